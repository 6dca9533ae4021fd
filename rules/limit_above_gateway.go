package rules

import (
	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// limitAboveGateway finds throttling policies and plugins that promise more than their gateway lets through.
var limitAboveGateway = &lint.Rule{
	ID: "POL508", Name: "limit-above-gateway", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Policy,
	Title:     "a request throttling policy, or a plugin for it, above the limit of the gateway",
	Symptom:   "the apply fails",
	Elsewhere: true,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_throttling_policy",
		"https://support.huaweicloud.com/intl/en-us/api-apig/apig-api-RateLimitContent.html",
	},
	Check: lint.Given(func(p *lint.Pass) {
		for _, t := range p.Throttlings {
			most, ok := t.PerAPI.Get()
			seconds, certain := t.Seconds()
			if ok && certain && !t.PerAPI.Sensitive() {
				reportRate(p, t.Gateway.Target(), callLimit{t.Resource, "max_api_requests", t.PerAPI.Range(), most, seconds})
			}
		}
		for _, plugin := range p.Plugins {
			if most, seconds, ok := plugin.Rate(); ok {
				at := plugin.Parsed().At("api_limit").Range()
				reportRate(p, plugin.Gateway.Target(), callLimit{plugin.Resource, "api_limit", at, most, seconds})
			}
		}
	}, lint.Of[schema.Throttling], lint.Of[schema.Plugin]),
}

// callLimit is how many calls a policy lets through an API in so many seconds.
type callLimit struct {
	policy        *schema.Resource
	name          string
	at            hcl.Range
	most, seconds int
}

// reportRate reports a limit that is above the rate that its gateway allows an API.
func reportRate(p *lint.Pass, gateway *schema.Gateway, l callLimit) {
	if gateway == nil {
		return
	}
	rate, feature, certain := p.RateCeiling(gateway)
	if !certain || (feature != nil && feature.Config.Sensitive()) || l.most < 1 || (l.most-1)/l.seconds < rate {
		return // most > rate*seconds, without overflow
	}
	var f *lint.Finding
	if l.seconds == 1 {
		f = p.Reportf(l.policy, l.policy, "%s allows %d calls per second, but %s allows an API only %d: the apply fails", l.policy, l.most, gateway, rate)
	} else {
		f = p.ReportLevelf(lint.Warning, l.policy, l.policy,
			"%s allows %d calls in %d seconds, but %s allows an API only %d per second: the limit is never reached",
			l.policy, l.most, l.seconds, gateway, rate)
	}
	f.Relate(l.at, "the limit of %s is here", l.policy).
		Remedyf("set %s of %s to %d or less, or raise api_limits (feature ratelimit) of %s to %d",
			l.name, l.policy, rate*l.seconds, gateway, (l.most-1)/l.seconds+1)
	if feature != nil {
		f.Relate(feature.Config.Range(), "the rate of %s is here", gateway)
	}
}
