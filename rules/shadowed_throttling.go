package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// shadowedThrottling finds throttling policies that a plugin takes the place of.
var shadowedThrottling = &lint.Rule{
	ID: "POL510", Name: "shadowed-throttling", Level: lint.Warning, Cause: lint.Policy,
	Title: "a throttling policy that a rate_limit plugin puts out of effect",
	Codes: []string{"APIG.0308"},
	Doc: `A plugin of the type ` + "`rate_limit`" + ` that is bound to the same API in the same environment makes a throttling policy
ineffective: callers get APIG.0308 by the plugin's limits alone, whichever are lower.

The rule compares what certainly applies to one API in one environment, and is silent where the plugin's type is not known.

Put all limits into the plugin and unbind the policy, or the other way round.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_plugin"},
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

resource "huaweicloud_apig_throttling_policy" "orders" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "orders"
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = 150
}

resource "huaweicloud_apig_throttling_policy_associate" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_throttling_policy.orders.id
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}

resource "huaweicloud_apig_plugin" "rate" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "rate"
  type        = "rate_limit"
  content = jsonencode({
    scope             = "basic"
    default_interval  = 1
    default_time_unit = "second"
    api_limit         = 100
    app_limit         = 0
    user_limit        = 0
    ip_limit          = 0
    algorithm         = "counter"
    specials          = []
    parameters        = []
    rules             = []
  })
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "rate" {
  instance_id = huaweicloud_apig_instance.main.id
  plugin_id   = huaweicloud_apig_plugin.rate.id
  env_id      = huaweicloud_apig_api_publishment.orders.env_id
  api_ids     = [huaweicloud_apig_api.orders.id]
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

resource "huaweicloud_apig_plugin" "rate" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "rate"
  type        = "rate_limit"
  content = jsonencode({
    scope             = "basic"
    default_interval  = 1
    default_time_unit = "second"
    api_limit         = 100
    app_limit         = 0
    user_limit        = 0
    ip_limit          = 0
    algorithm         = "counter"
    specials          = []
    parameters        = []
    rules             = []
  })
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "rate" {
  instance_id = huaweicloud_apig_instance.main.id
  plugin_id   = huaweicloud_apig_plugin.rate.id
  env_id      = huaweicloud_apig_api_publishment.orders.env_id
  api_ids     = [huaweicloud_apig_api.orders.id]
}
`,
	Check: func(p *lint.Pass) {
		plugins := map[schema.Slot]schema.Applied[schema.Plugin]{}
		for _, a := range p.AppliedPlugins() {
			if _, taken := plugins[a.Slot()]; !taken && a.Policy.Type.Is("rate_limit") {
				plugins[a.Slot()] = a
			}
		}
		for _, a := range p.AppliedThrottling() {
			plugin, ok := plugins[a.Slot()]
			if !ok {
				continue
			}
			p.Reportf(a.Policy, a.Policy, "%s has no effect on %s: the rate_limit plugin %s limits it in the same environment",
				a.Policy, a.Subject(), plugin.Policy).
				Relate(a.Binding.Range(), "the policy is bound here").
				Relate(plugin.Binding.Range(), "the plugin is bound here")
		}
	},
}
