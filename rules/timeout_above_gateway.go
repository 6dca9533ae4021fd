package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// timeoutAboveGateway finds backends that are given more time than their gateway allows.
var timeoutAboveGateway = &lint.Rule{
	ID: "API607", Name: "timeout-above-gateway", Level: lint.Error, Cause: lint.Backend,
	Title: "a backend timeout above what the gateway allows",
	Codes: []string{"APIG.0201", "APIG.0203"}, Status: 504,
	Symptom:   "the apply may be refused",
	Elsewhere: true,
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance_feature"},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		gateway := api.ServingGateway()
		if gateway == nil {
			return
		}
		ceiling, feature, certain := p.TimeoutCeiling(gateway)
		if !certain {
			return
		}
		for _, b := range api.Backends().Certain() {
			timeout, ok := b.Timeout().Or(schema.DefaultTimeout)
			if b.Mock != nil || !ok || timeout <= ceiling || timeout > schema.MaxTimeoutCeiling {
				continue
			}
			f := p.Reportf(api, timeoutPlace(b), "%s has a backend timeout of %d ms, but %s allows only %d ms: slower calls get APIG.0201",
				api, timeout, gateway, ceiling).
				Remedyf("lower the timeout of %s to %d, or raise max_timeout of the feature backend_timeout on %s", api, ceiling, gateway)
			if feature != nil {
				f.Relate(feature.Config.Range(), "the limit of %s is set here", gateway)
			}
		}
	}),
}

// timeoutPlace returns where a backend's timeout is written, or the block that has none.
func timeoutPlace(b *schema.Backend) lint.Place {
	if timeout := b.Timeout(); timeout.IsSet() {
		return timeout
	}
	return b
}
