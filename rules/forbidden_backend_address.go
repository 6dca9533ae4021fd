package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// forbiddenBackendAddress finds backends in ranges that the gateway does not call.
var forbiddenBackendAddress = &lint.Rule{
	ID: "API608", Name: "forbidden-backend-address", Level: lint.Error, Cause: lint.Backend,
	Title: "a backend address that the gateway refuses",
	Codes: []string{"APIG.0404"},
	Doc: `The gateway calls no backend in a range that is nobody's: loopback, link-local (with the metadata service),
100.125.0.0/16 of the platform, documentation, multicast and reserved addresses. Calls get APIG.0404.

` + "`127.0.0.1`" + ` would be the gateway itself, not the machine that the backend was tried on. Private addresses
(10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16) are fine. The rule is silent where the address is a name, or not known.`,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0048.html"},
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

  web {
    path             = "/orders"
    backend_address  = "127.0.0.1:8080"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
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
resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  web {
    path             = "/orders"
    backend_address  = "10.1.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
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
		backends, _ := api.Backends()
		for _, b := range backends {
			for _, e := range p.EndpointsOf(b) {
				if refused, ok := schema.RefusedRange(e.IP); ok {
					p.Reportf(e.Resource, e.Value, "the backend of %s is %s, in the range %s that the gateway does not call: calls get APIG.0404",
						api, e.Host, refused)
				}
			}
		}
	}),
}
