package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// doublePublication finds publications that own the same thing.
var doublePublication = &lint.Rule{
	ID: "PUB306", Name: "double-publication", Level: lint.Error, Cause: lint.Publishing,
	Title: "two publications of one API to one environment",
	Codes: []string{"APIG.0101"},
	Doc: `An API has one published version in an environment. Two publications for the same API and environment own the same thing: the one
that is applied last decides what callers get, and destroying either of them takes the API offline, so that calls get
APIG.0101 although the other one is still declared.

Keep one of them. The rule is silent where the API or the environment of a publication is not certain, or where one of them may not
exist because its ` + "`count` or `for_each`" + ` is not known.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api_publishment"},
	Bad: `
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

resource "huaweicloud_apig_api_publishment" "repeated" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
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

resource "huaweicloud_apig_api_publishment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = huaweicloud_apig_environment.beta.id
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}
`,
	Check: lint.Clash(
		func(_ *lint.Pass, publication *schema.Publication) (published, bool) {
			api, environment := publication.API.Target(), publication.EnvironmentKey()
			certain := api != nil && !api.Symbolic() && environment != "" && !publication.Symbolic()
			return published{api, environment}, certain
		},
		func(p *lint.Pass, first, again *schema.Publication) {
			p.Reportf(again, again, "%s publishes %s to %s, and so does %s: destroying either takes the API offline, and calls get APIG.0101",
				again, again.API.Target(), schema.EnvironmentText(again.Environment), first).
				Relate(first.Range(), "the other publication is here")
		},
	),
}

// published is an API in an environment.
type published struct {
	api         *schema.API
	environment schema.EnvironmentKey
}
