package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// invertedLimits finds throttling policies whose narrower limit is the higher one.
var invertedLimits = &lint.Rule{
	ID: "POL507", Name: "inverted-limits", Level: lint.Error, Cause: lint.Policy,
	Title:   "a request throttling policy with contradictory limits",
	Symptom: "the apply fails",
	Files:   texts,
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_throttling_policy"},
	Check: lint.Each(func(p *lint.Pass, t *schema.Throttling) {
		api := limit{"max_api_requests", "all callers together", t.PerAPI}
		user := limit{"max_user_requests", "a user", t.PerUser}
		app := limit{"max_app_requests", "an app", t.PerApp}
		address := limit{"max_ip_requests", "an IP address", t.PerIP}
		for _, pair := range [][2]limit{{user, api}, {app, user}, {app, api}, {address, api}} {
			part, whole := pair[0], pair[1]
			more, ok := part.value.Get()
			less, also := whole.value.Get()
			secret := part.value.Sensitive() || whole.value.Sensitive()
			if !ok || !also || secret || less <= 0 || more <= less {
				continue
			}
			p.Reportf(t, t, "%s allows %s %d calls but %s only %d in the same period: the apply fails",
				t, part.whose, more, whole.whose, less).
				Relate(part.value.Range(), "%s is here", part.name).
				Relate(whole.value.Range(), "%s is here", whole.name).
				Remedyf("set %s to %d or less, or %s to %d or more", part.name, less, whole.name, more)
			return // one policy is one finding
		}
	}),
}

// limit is one of the limits of a throttling policy.
type limit struct {
	name, whose string
	value       schema.Value[int]
}
