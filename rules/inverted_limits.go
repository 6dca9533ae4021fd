package rules

import (
	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// invertedLimits finds throttling policies and plugins whose narrower limit is the higher one.
var invertedLimits = &lint.Rule{
	ID: "POL507", Name: "inverted-limits", Level: lint.Error, Cause: lint.Policy,
	Title:   "a request throttling policy, or a plugin for it, with contradictory limits",
	Symptom: "the apply fails",
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_throttling_policy",
		"https://support.huaweicloud.com/intl/en-us/api-apig/apig-api-RateLimitContent.html",
	},
	Check: lint.Given(func(p *lint.Pass) {
		for _, t := range p.Throttlings {
			written := func(name, whose string, v schema.Value[int]) limit {
				n, ok := v.Get()
				return limit{name, whose, n, ok && !v.Sensitive(), v.Range()}
			}
			reportInverted(p, t.Resource,
				written("max_api_requests", allCallers, t.PerAPI), written("max_user_requests", aUser, t.PerUser),
				written("max_app_requests", anApp, t.PerApp), written("max_ip_requests", anAddress, t.PerIP))
		}
		for _, plugin := range p.Plugins {
			if !plugin.Type.Is("rate_limit") {
				continue
			}
			content := plugin.Parsed()
			part := func(name, whose string) limit {
				v := content.At(name)
				n, ok := v.AsInt()
				return limit{name, whose, n, ok, v.Range()}
			}
			reportInverted(p, plugin.Resource,
				part("api_limit", allCallers), part("user_limit", aUser), part("app_limit", anApp), part("ip_limit", anAddress))
		}
	}, lint.Of[schema.Throttling], lint.Of[schema.Plugin]),
}

// Whose calls a limit counts.
const (
	allCallers = "all callers together"
	aUser      = "a user"
	anApp      = "an app"
	anAddress  = "an IP address"
)

// limit is one of the limits of a throttling policy, or of a plugin for throttling.
type limit struct {
	name, whose string
	n           int
	known       bool
	at          hcl.Range
}

// reportInverted reports a policy with a limit that is above one that it is a part of.
func reportInverted(p *lint.Pass, policy *schema.Resource, api, user, app, address limit) {
	for _, pair := range [][2]limit{{user, api}, {app, user}, {app, api}, {address, api}} {
		part, whole := pair[0], pair[1]
		if !part.known || !whole.known || whole.n <= 0 || part.n <= whole.n {
			continue
		}
		p.Reportf(policy, policy, "%s allows %s %d calls but %s only %d in the same period: the apply fails",
			policy, part.whose, part.n, whole.whose, whole.n).
			Relate(part.at, "%s is here", part.name).
			Relate(whole.at, "%s is here", whole.name).
			Remedyf("set %s to %d or less, or %s to %d or more", part.name, whole.n, whole.name, part.n)
		return // one policy is one finding
	}
}
