package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// corsBesideOptions finds CORS plugins on a path that has an API for OPTIONS requests.
var corsBesideOptions = &lint.Rule{
	ID: "POL519", Name: "cors-beside-options", Level: lint.Error, Cause: lint.Policy,
	Title:   "a CORS plugin on a path that has an API for OPTIONS requests",
	Symptom: "the apply fails",
	Links:   []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0021.html"},
	Check: lint.Given(func(p *lint.Pass) {
		applied := appliedCORS(p)
		if len(applied) == 0 {
			return
		}
		options := map[*schema.Group]map[string]*schema.API{}
		for _, api := range p.APIs {
			group := api.Group.Target()
			path, ok := api.Path.Get()
			if group == nil || !ok || !api.Method.Is("OPTIONS") || api.Symbolic() {
				continue
			}
			if options[group] == nil {
				options[group] = map[string]*schema.API{}
			}
			options[group][path] = api
		}
		for _, a := range applied {
			at, ok := preflightPlaceOf(a)
			other := options[at.group][at.path]
			if !ok || other == nil || other == a.API || p.PublishedIn(other, a.Environment) != schema.Yes {
				continue
			}
			p.Reportf(a.Policy, a.Policy, "%s is bound to %s, whose path has an API for OPTIONS requests, %s: a CORS plugin cannot be bound there",
				a.Policy, a.API, other).
				Relate(other.Method.Range(), "%s accepts OPTIONS here", other).
				Relate(a.Binding.Range(), "%s is bound here", a.Policy).
				Remedyf("remove %s, since the plugin answers OPTIONS requests itself, or do not bind %s to %s", other, a.Policy, a.API)
		}
	}, lint.Of[schema.Plugin]),
}
