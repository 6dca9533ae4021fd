package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// limitAboveGateway finds throttling policies that promise more than their gateway lets through.
var limitAboveGateway = &lint.Rule{
	ID: "POL508", Name: "limit-above-gateway", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Policy,
	Title:   "a throttling policy above what the gateway allows an API",
	Symptom: "the apply is refused",
	Doc: `A gateway lets each API have 200 calls a second, or what its feature ` + "`ratelimit`" + ` says in ` + "`api_limits`" + `
(1 to 1000000). The limit of a throttling policy must not be above that: the service refuses the policy.

For periods of one second the two are compared as they are, and a higher limit is an error. How the service compares
longer periods is not documented: there the rule warns only where even the average rate of the period is above what the
gateway allows, which can never be reached. The rule is silent where the gateway is not declared here, or its rate, the limit or
the period is not known.

Raise the gateway's rate first, and let the policy depend on the feature; or lower the limit.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_throttling_policy"},
	Bad: `
resource "huaweicloud_apig_throttling_policy" "partners" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "partners"
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = 500
}

resource "huaweicloud_apig_throttling_policy_associate" "partners" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_throttling_policy.partners.id
  publish_ids = var.publish_ids
}

variable "publish_ids" {
  type = list(string)
}
`,
	Good: `
resource "huaweicloud_apig_throttling_policy" "partners" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "partners"
  period           = 1
  period_unit      = "MINUTE"
  max_api_requests = 500
}

resource "huaweicloud_apig_throttling_policy_associate" "partners" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_throttling_policy.partners.id
  publish_ids = var.publish_ids
}

variable "publish_ids" {
  type = list(string)
}
`,
	Check: lint.Each(func(p *lint.Pass, t *schema.Throttling) {
		gateway := t.Gateway.Target()
		most, ok := t.PerAPI.Get()
		seconds, certain := t.Seconds()
		if gateway == nil || !ok || !certain || t.PerAPI.Sensitive() {
			return
		}
		rate, feature, certain := p.RateCeiling(gateway)
		if !certain || (feature != nil && feature.Config.Sensitive()) || most < 1 || (most-1)/seconds < rate {
			return // most > rate*seconds, without overflow
		}
		var f *lint.Finding
		if seconds == 1 {
			f = p.Reportf(t, t, "%s allows %d calls a second, and %s allows an API %d: the apply is refused", t, most, gateway, rate)
		} else {
			f = p.ReportLevelf(lint.Warning, t, t,
				"%s allows %d calls in %d seconds, and %s allows an API %d a second: nobody can reach the limit",
				t, most, seconds, gateway, rate)
		}
		f.Relate(t.PerAPI.Range(), "the limit is here")
		if feature != nil {
			f.Relate(feature.Config.Range(), "the gateway's rate is here")
		}
	}),
}
