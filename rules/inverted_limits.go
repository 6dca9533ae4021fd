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
	Files:   texts,
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_throttling_policy"},
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
