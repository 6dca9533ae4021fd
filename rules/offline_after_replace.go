package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// offlineAfterReplace finds publications that take their API offline when they are replaced.
var offlineAfterReplace = &lint.Rule{
	ID: "PUB307", Name: "offline-after-replace", Level: lint.Error, Cause: lint.Publishing,
	Title: "a publication whose replacement takes the API offline",
	Codes: []string{"APIG.0101"},
	Doc: `Destroying a publication takes the API offline in its environment. With ` + "`create_before_destroy`" + ` Terraform publishes the API
with the new object first and then destroys the old one, which is for the same API and environment: after an apply that succeeds
the API is offline, and calls get APIG.0101 until it is published again.

Remove ` + "`create_before_destroy`" + `. A description that depends on the API publishes again in place, without replacing
anything. The rule is silent where the value is not known.`,
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

  lifecycle {
    create_before_destroy = true
  }
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
	Check: lint.Each(func(p *lint.Pass, publication *schema.Publication) {
		if at, certain := publication.CreateBeforeDestroy(); certain {
			p.Reportf(publication, publication, "%s is created before the old one is destroyed, which takes the API offline: after a replacement calls get APIG.0101",
				publication).Relate(at, "create_before_destroy is set here")
		}
	}),
}
