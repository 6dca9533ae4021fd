package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// appCodeOverHTTP finds APIs that take AppCodes where they are never accepted.
var appCodeOverHTTP = &lint.Rule{
	ID: "AUT404", Name: "appcode-over-http", Level: lint.Error, Cause: lint.Authentication,
	Title:   "simple authentication on an API that speaks only HTTP",
	Symptom: "calls with an AppCode are refused",
	Doc: `An AppCode is sent as it is, so the gateway accepts it over HTTPS (or gRPC over TLS) alone. On an API whose protocol is
HTTP every call with an AppCode is refused.

Set ` + "`request_protocol`" + ` to HTTPS, or switch ` + "`simple_authentication`" + ` off and sign the requests.`,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0010.html"},
	Bad: `
resource "huaweicloud_apig_group" "legacy" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "legacy"
}

resource "huaweicloud_apig_group_domain_associate" "legacy" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.legacy.id
  url_domain         = "legacy.example.com"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = 80
  ingress_https_port = -1
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.legacy.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTP"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "APP"
  simple_authentication   = true

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

resource "huaweicloud_apig_application" "client" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "client"
}

resource "huaweicloud_apig_appcode" "client" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.client.id
}

resource "huaweicloud_apig_application_authorization" "client" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.client.id
  env_id         = huaweicloud_apig_api_publishment.orders.env_id
  api_ids        = [huaweicloud_apig_api.orders.id]
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
  security_authentication = "APP"
  simple_authentication   = true

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

resource "huaweicloud_apig_application" "client" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "client"
}

resource "huaweicloud_apig_appcode" "client" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.client.id
}

resource "huaweicloud_apig_application_authorization" "client" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.client.id
  env_id         = huaweicloud_apig_api_publishment.orders.env_id
  api_ids        = [huaweicloud_apig_api.orders.id]
}
`,
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		if api.Simple.Is(true) && api.Authentication.Is("APP") && api.Protocol.Is("HTTP") {
			p.Reportf(api, api.Simple, "%s takes AppCodes and speaks only HTTP, where they are not accepted: every call with one is refused", api).
				Relate(api.Protocol.Range(), "the protocol is here")
		}
	}),
}
