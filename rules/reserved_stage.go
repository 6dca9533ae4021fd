package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// reservedStage finds stages with the name of the one that every gateway has.
var reservedStage = &lint.Rule{
	ID: "PUB311", Name: "reserved-stage", Level: lint.Error, Cause: lint.Publishing,
	Title:   "a stage called RELEASE",
	Symptom: "the apply is refused",
	Doc: `Every gateway has the stage RELEASE, with the id DEFAULT_ENVIRONMENT_RELEASE_ID, and the names of stages are unique: a
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
	Check: lint.Each(func(p *lint.Pass, stage *schema.Stage) {
		if stage.Name.Is(schema.Release) {
			p.Reportf(stage, stage, "%s is called RELEASE, as the stage that every gateway has: the apply is refused", stage).
				Relate(stage.Name.Range(), "the name is here")
		}
	}),
}
