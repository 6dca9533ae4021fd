package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// reservedEnvironment finds environments with the name of the one that every gateway has.
var reservedEnvironment = &lint.Rule{
	ID: "PUB311", Name: "reserved-environment", Level: lint.Error, Cause: lint.Publishing,
	Title:   "an environment called RELEASE",
	Symptom: "the apply is refused",
	Doc: `Every gateway has the environment RELEASE, with the id DEFAULT_ENVIRONMENT_RELEASE_ID, and the names of environments are unique: a
second one cannot be made, and the apply is refused.

Remove the resource, and write ` + "`env_id = \"DEFAULT_ENVIRONMENT_RELEASE_ID\"`" + ` where it was used.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_environment"},
	Bad: `
resource "huaweicloud_apig_environment" "release" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "RELEASE"
}
`,
	Good: `
resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}
`,
	Check: lint.Each(func(p *lint.Pass, environment *schema.Environment) {
		if environment.Name.Is(schema.Release) {
			p.Reportf(environment, environment, "%s is called RELEASE, as the environment that every gateway has: the apply is refused", environment).
				Relate(environment.Name.Range(), "the name is here")
		}
	}),
}
