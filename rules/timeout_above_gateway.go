package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// timeoutAboveGateway finds backends that are given more time than their gateway allows.
var timeoutAboveGateway = &lint.Rule{
	ID: "API607", Name: "timeout-above-gateway", Level: lint.Error, Cause: lint.Backend,
	Title: "a backend timeout above what the gateway allows",
	Codes: []string{"APIG.0201", "APIG.0203"}, Status: 504,
	Symptom: "the apply may be refused",
	Doc: "No backend gets more time than the gateway's feature `backend_timeout`" + ` allows, 60000 ms unless it is set. A
longer ` + "`timeout`" + ` is refused or has no effect: slower calls get APIG.0201 or APIG.0203, "backend timeout". Raising the feature
alone changes no API either.

Declare a ` + "`huaweicloud_apig_instance_feature` with the name backend_timeout, `enabled = true` and a `config` such as" + `
` + "`jsonencode({ max_timeout = 120000 })`" + `, or lower the timeout.

The rule is silent where the gateway is not declared here, where its features are not certain, and for a timeout that no gateway
can have.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance_feature"},
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
    backend_address  = "10.1.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 90000
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
resource "huaweicloud_apig_instance_feature" "timeout" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "backend_timeout"
  enabled     = true
  config      = jsonencode({ max_timeout = 120000 })
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

  web {
    path             = "/orders"
    backend_address  = "10.1.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 90000
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
		gateway := api.SoleGateway()
		if gateway == nil {
			return
		}
		ceiling, feature, certain := p.TimeoutCeiling(gateway)
		if !certain {
			return
		}
		backends, _ := api.Backends()
		for _, b := range backends {
			timeout, ok := b.Timeout().Or(schema.DefaultTimeout)
			if b.Mock != nil || !ok || timeout <= ceiling || timeout > schema.MaxTimeoutCeiling {
				continue
			}
			f := p.Reportf(api, timeoutPlace(b), "%s gives its backend %d ms, and %s allows %d ms: slower calls get APIG.0201",
				api, timeout, gateway, ceiling)
			if feature != nil {
				f.Relate(feature.Config.Range(), "the gateway's limit is set here")
			}
		}
	}),
}

// timeoutPlace answers where a backend's timeout is written, or the block that has none.
func timeoutPlace(b *schema.Backend) lint.Place {
	if timeout := b.Timeout(); timeout.Written() {
		return timeout
	}
	return b
}
