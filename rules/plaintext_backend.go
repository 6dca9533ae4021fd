package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// plaintextBackend finds backends on the internet that the gateway calls without TLS.
var plaintextBackend = &lint.Rule{
	ID: "API610", Name: "plaintext-backend", Level: lint.Warning, Cause: lint.Backend, Security: 5.3,
	Title:   "a backend on the internet that is called over HTTP",
	Symptom: "none: calls work, and others can read them",
	Doc: "A caller's HTTPS ends at the gateway. With `request_protocol = \"HTTP\"`" + ` and a public address behind it, requests
and answers go on over the internet in the clear, with the credentials that the backend gets.

Plain HTTP within a VPC is usual, and left alone. The rule speaks of addresses that are certainly public: literal ones, and
elastic IPs that are declared here, also as members of a load balance channel. The rule is silent for names, which may be private,
and where the protocol is not set, which means HTTPS. Set ` + "`request_protocol = \"HTTPS\"`" + `, or call the backend by a
private address.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api"},
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
    backend_address  = "119.3.10.8"
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
    backend_address  = "119.3.10.8"
    request_method   = "GET"
    request_protocol = "HTTPS"
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
			if b.Web == nil || !b.Web.Protocol.Is("HTTP") {
				continue
			}
			if public, ok := publicEndpoint(p, b); ok {
				p.Reportf(api, b.Web.Protocol, "%s calls a backend at a public address over HTTP: its calls cross the internet in the clear", api).
					Relate(public.Value.Range(), "the public address is here")
			}
		}
	}),
}

// publicEndpoint answers an address on the internet that a backend is certainly called at.
func publicEndpoint(p *lint.Pass, b *schema.Backend) (schema.Endpoint, bool) {
	for _, e := range p.EndpointsOf(b) {
		if e.Public() == schema.Yes {
			return e.Endpoint, true
		}
	}
	channel := channelOf(b)
	if channel == nil {
		return schema.Endpoint{}, false
	}
	members, _ := p.MembersOf(channel)
	for _, m := range members {
		if m.Public() == schema.Yes && !m.Resource.Symbolic() {
			return m.Endpoint, true
		}
	}
	return schema.Endpoint{}, false
}
