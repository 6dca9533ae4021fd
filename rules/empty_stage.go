package rules

import (
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// emptyStage finds stages that nobody can call anything in.
var emptyStage = &lint.Rule{
	ID: "PUB309", Name: "empty-stage", Level: lint.Note, Cause: lint.Publishing,
	Title: "a stage that nothing is published to",
	Codes: []string{"APIG.0101"},
	Doc: `A stage is a place that APIs are published to, and a gateway has room for ten of them. One that nothing is published to
is often the trace of a publication that names another stage than was meant. Calls that name it in ` + "`X-Stage`" + ` get
APIG.0101.

It is legitimate where another configuration publishes to it. The rule is silent where the gateway is declared elsewhere, where no
publication is declared here at all, where variables, authorizations or plugins are for the stage, where an output hands it
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
		used, complete := p.StagesInUse()
		if !complete || !slices.ContainsFunc(p.Publications, isThere) {
			return
		}
		for _, stage := range p.Stages {
			name, ok := stage.Name.Get()
			if !used[stage] && stage.Gateway.Target() != nil && ok && name != schema.Release {
				p.Reportf(stage, stage, "nothing is published to %s: calls that name it in X-Stage get APIG.0101", stage)
			}
		}
	},
}

func isThere(publication *schema.Publication) bool { return !publication.Symbolic() }
