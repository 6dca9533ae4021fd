package rules

import (
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// emptyEnvironment finds environments that nobody can call anything in.
var emptyEnvironment = &lint.Rule{
	ID: "PUB309", Name: "empty-environment", Level: lint.Note, Cause: lint.Publishing,
	Title: "an environment that nothing is published to",
	Codes: []string{"APIG.0101"},
	Doc: `An environment is a place that APIs are published to, and a gateway has room for ten of them. One that nothing is published to
is often the trace of a publication that names another environment than was meant. Calls that name it in ` + "`X-Stage`" + ` get
APIG.0101.

It is legitimate where another configuration publishes to it. The rule is silent where the gateway is declared elsewhere, where no
publication is declared here at all, where variables, authorizations or plugins are for the environment, where an output hands it
on, and where any publication may be for it.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_environment"},
	Bad: `
resource "huaweicloud_apig_environment" "gamma" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "GAMMA"
}

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
	Good: `
resource "huaweicloud_apig_environment" "gamma" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "GAMMA"
}

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

resource "huaweicloud_apig_api_publishment" "gamma" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = huaweicloud_apig_environment.gamma.id
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}
`,
	Check: func(p *lint.Pass) {
		used, complete := p.EnvironmentsInUse()
		if !complete || !slices.ContainsFunc(p.Publications, isThere) {
			return
		}
		for _, environment := range p.Environments {
			name, ok := environment.Name.Get()
			if !used[environment] && environment.Gateway.Target() != nil && ok && name != schema.Release {
				p.Reportf(environment, environment, "nothing is published to %s: calls that name it in X-Stage get APIG.0101", environment)
			}
		}
	},
}

func isThere(publication *schema.Publication) bool { return !publication.Symbolic() }
