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
