package rules

import (
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// irrelevantLimit finds limits that no call is counted against.
var irrelevantLimit = &lint.Rule{
	ID: "POL512", Name: "irrelevant-limit", Level: lint.Warning, Cause: lint.Policy,
	Title:   "a limit for callers that no API of the policy tells apart",
	Symptom: "none: the limit has no effect",
	Doc: `The limit for an application counts calls to APIs with APP authentication, the limit for a user those to APIs with
IAM or APP authentication. Where no API of the policy has it, nobody is counted and one caller may use up the limit of the
whole API.

The rule is silent unless all APIs of the policy and their authentication are known: where an association may be about
others, or an output of the root module hands the policy out, it says nothing.

Limit addresses with ` + "`max_ip_requests`" + `, or let the APIs authenticate their callers.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_throttling_policy"},
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
  max_app_requests = 20
}

resource "huaweicloud_apig_throttling_policy_associate" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_throttling_policy.orders.id
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
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

resource "huaweicloud_apig_throttling_policy" "orders" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "orders"
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = 150
  max_ip_requests  = 20
}

resource "huaweicloud_apig_throttling_policy_associate" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_throttling_policy.orders.id
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}
`,
	Check: lint.Each(func(p *lint.Pass, t *schema.Throttling) {
		apis, complete := p.APIsUnder(t)
		if !complete || len(apis) == 0 {
			return
		}
		var modes []string
		for _, api := range apis {
			mode, ok := api.Authentication.Or("NONE")
			if !ok {
				return
			}
			modes = append(modes, mode)
		}
		app, iam := slices.Contains(modes, "APP"), slices.Contains(modes, "IAM")
		if limits(t.PerApp) && !app {
			p.Reportf(t, t.PerApp, "%s limits applications, and no API that it is bound to has APP authentication: nobody is counted", t)
		}
		if limits(t.PerUser) && !app && !iam {
			p.Reportf(t, t.PerUser, "%s limits users, and no API that it is bound to has IAM or APP authentication: nobody is counted", t)
		}
	}),
}

// limits reports whether a limit is certainly set: 0 is none.
func limits(v schema.Value[int]) bool {
	most, ok := v.Get()
	return ok && most > 0
}
