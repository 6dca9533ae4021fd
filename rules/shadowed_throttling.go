package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// shadowedThrottling finds throttling policies that a plugin takes the place of.
var shadowedThrottling = &lint.Rule{
	ID: "POL510", Name: "shadowed-throttling", Level: lint.Warning, Cause: lint.Policy,
	Title: "a request throttling policy that a rate_limit plugin overrides",
	Codes: []string{"APIG.0308"},
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_plugin"},
	Check: lint.Given(func(p *lint.Pass) {
		plugins := map[schema.Slot]schema.Applied[schema.Plugin]{}
		for _, a := range p.AppliedPlugins() {
			if _, taken := plugins[a.Slot()]; !taken && a.Policy.Type.Is("rate_limit") {
				plugins[a.Slot()] = a
			}
		}
		for _, a := range p.AppliedThrottling() {
			plugin, ok := plugins[a.Slot()]
			if !ok {
				continue
			}
			p.Reportf(a.Policy, a.Policy, "%s has no effect on %s: the rate_limit plugin %s takes precedence in the same environment",
				a.Policy, a.Subject(), plugin.Policy).
				Relate(a.Binding.Range(), "%s is bound here", a.Policy).
				Relate(plugin.Binding.Range(), "%s is bound here", plugin.Policy).
				Remedyf("move the limits of %s into %s, or unbind one of them from %s", a.Policy, plugin.Policy, a.Subject())
		}
	}, lint.Of[schema.Throttling]),
}
