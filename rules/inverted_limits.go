package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// invertedLimits finds throttling policies whose narrower limit is the higher one.
var invertedLimits = &lint.Rule{
	ID: "POL507", Name: "inverted-limits", Level: lint.Error, Cause: lint.Policy,
	Title:   "a throttling policy that allows a part more than the whole",
	Symptom: "the apply is refused",
	Doc: `The limits of a throttling policy are parts of each other: what one application may call is at most what one user
may, and what one user or one address may call is at most what all together may on the API. The service refuses a policy
that says otherwise, ` + "`terraform validate` and `plan`" + ` do not.

A limit that is 0 or not set does not count. The rule is silent about limits that are not known.

Lower the part, or raise the whole.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_throttling_policy"},
	Bad: `
resource "huaweicloud_apig_throttling_policy" "partners" {
  instance_id       = huaweicloud_apig_instance.main.id
  name              = "partners"
  period            = 1
  period_unit       = "SECOND"
  max_api_requests  = 100
  max_user_requests = 150
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
  instance_id       = huaweicloud_apig_instance.main.id
  name              = "partners"
  period            = 1
  period_unit       = "SECOND"
  max_api_requests  = 100
  max_user_requests = 50
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
		api := limit{"max_api_requests", "all callers together", t.PerAPI}
		user := limit{"max_user_requests", "a user", t.PerUser}
		app := limit{"max_app_requests", "an application", t.PerApp}
		address := limit{"max_ip_requests", "an IP address", t.PerIP}
		for _, pair := range [][2]limit{{user, api}, {app, user}, {app, api}, {address, api}} {
			part, whole := pair[0], pair[1]
			more, ok := part.value.Get()
			less, also := whole.value.Get()
			secret := part.value.Sensitive() || whole.value.Sensitive()
			if !ok || !also || secret || less <= 0 || more <= less {
				continue
			}
			p.Reportf(t, t, "%s allows %s %d calls and %s only %d in the same period: the apply is refused",
				t, part.whose, more, whole.whose, less).
				Relate(part.value.Range(), "%s is here", part.name).
				Relate(whole.value.Range(), "%s is here", whole.name)
			return // one policy is one finding
		}
	}),
}

// limit is one of the limits of a throttling policy.
type limit struct {
	name, whose string
	value       schema.Value[int]
}
