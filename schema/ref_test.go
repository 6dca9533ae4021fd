package schema_test

import "testing"

func TestTargetIsCertain(t *testing.T) {
	const around = `
variable "unknown" {}
variable "environments_unknown" { type = map(string) }
variable "environments" {
  type    = map(string)
  default = {}
}
locals {
  either = var.unknown ? huaweicloud_apig_environment.beta.id : "DEFAULT_ENVIRONMENT_RELEASE_ID"
  taken  = true ? huaweicloud_apig_environment.beta.id : "DEFAULT_ENVIRONMENT_RELEASE_ID"
  environments = { beta = huaweicloud_apig_environment.beta.id, release = "DEFAULT_ENVIRONMENT_RELEASE_ID" }
  nested = { either = local.either, taken = local.taken }
}
resource "huaweicloud_apig_environment" "beta" {
  name = "BETA"
}
resource "huaweicloud_apig_environment" "symbolic" {
  count = var.unknown
}
`
	for expression, certain := range map[string]bool{
		`huaweicloud_apig_environment.beta.id`:        true,
		`"${huaweicloud_apig_environment.beta.id}"`:   true,
		`"${huaweicloud_apig_environment.beta.id}/x"`: false,
		`local.taken`:                                                                true,
		`local.either`:                                                               false,
		`local.nested.taken`:                                                         true,
		`local.nested.either`:                                                        false,
		`local.environments["beta"]`:                                                 true,
		`local.environments[var.unknown]`:                                            false,
		`lookup(local.environments, "beta", "none")`:                                 true,
		`lookup(local.environments, var.unknown, "none")`:                            false,
		`element(["x", huaweicloud_apig_environment.beta.id], 1)`:                    true,
		`element(["x", huaweicloud_apig_environment.beta.id], var.unknown)`:          false,
		`coalesce(null, huaweicloud_apig_environment.beta.id)`:                       true,
		`coalesce(var.unknown, huaweicloud_apig_environment.beta.id)`:                false,
		`coalesce(huaweicloud_apig_environment.beta.id, "none")`:                     true,
		`try(huaweicloud_apig_environment.beta.id, "none")`:                          true,
		`try(var.unknown, huaweicloud_apig_environment.beta.id)`:                     false,
		`var.unknown ? huaweicloud_apig_environment.beta.id : null`:                  false,
		`merge(var.environments_unknown, local.environments)["beta"]`:                false,
		`[for id in [huaweicloud_apig_environment.beta.id] : id if var.unknown][0]`:  false,
		`"${huaweicloud_apig_environment.beta.id}suffix"`:                            false,
		`huaweicloud_apig_environment.symbolic[0].id`:                                true,
		`huaweicloud_apig_environment.symbolic[var.unknown].id`:                      true,
		`terraform.workspace == "prod" ? "x" : huaweicloud_apig_environment.beta.id`: false,
	} {
		c := load(t, around+`
resource "huaweicloud_apig_api_publishment" "p" {
  env_id = `+expression+`
}
resource "huaweicloud_apig_api" "a" {
  name = "a"
}
resource "huaweicloud_apig_application_authorization" "a" {
  api_ids = [var.unknown ? huaweicloud_apig_api.a.id : "x"]
}
`)
		environment := c.Publications[0].Environment
		if got := environment.Target() != nil; got != certain {
			t.Errorf("%s leads to %v", expression, environment.Target())
		}
		if environment.Loose() == certain {
			t.Errorf("%s: loose is %v", expression, !certain)
		}
		if ids := c.Authorizations[0].APIs; ids.Certain()[0].Target() != nil || !ids.Loose() {
			t.Error("an element that something unknown chooses has a target")
		}
	}
}
