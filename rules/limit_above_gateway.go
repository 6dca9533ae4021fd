package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// limitAboveGateway finds throttling policies that promise more than their gateway lets through.
var limitAboveGateway = &lint.Rule{
	ID: "POL508", Name: "limit-above-gateway", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Policy,
	Title:   "a request throttling policy above the limit of the gateway",
	Symptom: "the apply fails",
	Files:   texts,
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_throttling_policy"},
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
			f = p.Reportf(t, t, "%s allows %d calls per second, but %s allows an API only %d: the apply fails", t, most, gateway, rate)
		} else {
			f = p.ReportLevelf(lint.Warning, t, t,
				"%s allows %d calls in %d seconds, but %s allows an API only %d per second: the limit is never reached",
				t, most, seconds, gateway, rate)
		}
		f.Relate(t.PerAPI.Range(), "the limit of %s is here", t).
			Remedyf("set max_api_requests of %s to %d or less, or raise api_limits (feature ratelimit) of %s to %d",
				t, rate*seconds, gateway, (most-1)/seconds+1)
		if feature != nil {
			f.Relate(feature.Config.Range(), "the rate of %s is here", gateway)
		}
	}),
}
