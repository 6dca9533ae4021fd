package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unpublishedAPI finds APIs that exist and cannot be called.
var unpublishedAPI = &lint.Rule{
	ID: "PUB301", Name: "unpublished-api", Level: lint.Error, Cause: lint.Publishing,
	Title: "an API that is not published",
	Codes: []string{"APIG.0101"},
	Doc: `An API can be called only in an environment where it is published. Creating it is not enough: until a
` + "`huaweicloud_apig_api_publishment`" + ` puts it into an environment, every call gets APIG.0101, "the API does not exist or has
not been published".

The rule is silent where something outside the configuration may publish the API: a publication whose API is not certain, a
one-time action, a function trigger of the gateway, a provisioner, or a module that could not be read.`,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0014.html"},
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
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		if api.Contained() && p.Published(api) == schema.No {
			p.Reportf(api, api, "%s is not published to any environment: calls get APIG.0101", api)
		}
	}),
}
