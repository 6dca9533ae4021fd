package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// defaultRateLimit finds APIs whose rate nobody has chosen.
var defaultRateLimit = &lint.Rule{
	ID: "POL509", Name: "default-rate-limit", Level: lint.Note, Cause: lint.Policy,
	Title:     "a published API with only the default rate limit of the gateway",
	Codes:     []string{"APIG.0308"},
	Elsewhere: true,
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_throttling_policy"},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		gateway := api.ServingGateway()
		if gateway == nil || p.RatePluginOf(api) != schema.No {
			return
		}
		if chosen, feature := p.FeatureOf(gateway, "ratelimit"); chosen != schema.No || feature != nil {
			return
		}
		publication := unthrottled(p, api)
		if publication == nil {
			return
		}
		f := p.Reportf(api, api, "%s is published without a request throttling policy: all callers together can make %d calls per second, and further calls get APIG.0308",
			api, schema.DefaultRate).
			Relate(publication.Range(), "%s publishes it", publication)
		if api.ByTrigger {
			f.Remedyf("set the rate of %s with the feature ratelimit", gateway)
			return
		}
		f.Remedyf("bind a %s to %s.publish_id, or set the rate of %s with the feature ratelimit",
			typed(api.Resource, "apig_throttling_policy"), publication, gateway)
	}),
}

// unthrottled returns a publication of the API in an environment where certainly no policy limits it, or nil. A policy holds
// for the environment, whichever publication of it the policy is bound to.
func unthrottled(p *lint.Pass, api *schema.API) *schema.Publication {
	publications, ok := p.PublicationsOf(api).All()
	if !ok {
		return nil // one more may be in the same environment, with a policy
	}
	limited := map[schema.EnvironmentKey]bool{}
	for _, publication := range publications {
		if p.ThrottlingOf(publication).Empty() != schema.Yes {
			limited[publication.EnvironmentKey()] = true
		}
	}
	for _, publication := range publications {
		environment := publication.EnvironmentKey()
		if publication.Symbolic() && !api.Symbolic() {
			continue // it may not be there
		}
		if environment == "" && len(limited) > 0 {
			continue // it may be one of those
		}
		if !limited[environment] && !limited[""] {
			return publication
		}
	}
	return nil
}
