package rules

import (
	"cmp"
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// splitCors finds APIs of one path that are bound to different CORS plugins.
var splitCors = &lint.Rule{
	ID: "POL518", Name: "split-cors", Level: lint.Error, Cause: lint.Policy,
	Title:   "two CORS plugins for APIs with the same path",
	Symptom: "the apply fails",
	Links:   []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0021.html"},
	Check: lint.Given(func(p *lint.Pass) {
		first := map[preflightPlace]schema.Applied[schema.Plugin]{}
		for _, a := range appliedCORS(p) {
			at, ok := preflightPlaceOf(a)
			if !ok {
				continue
			}
			other, taken := first[at]
			switch {
			case !taken:
				first[at] = a
			case other.Policy != a.Policy && other.API != a.API: // two plugins of one API compete, whatever the path
				p.Reportf(a.Policy, a.Policy, "%s is bound to %s, and %s to %s, which has the same path in %s: APIs with the same path can have only one CORS plugin",
					a.Policy, a.API, other.Policy, other.API, a.API.Group.Target()).
					Relate(a.Binding.Range(), "%s is bound here", a.Policy).
					Relate(other.Binding.Range(), "%s is bound here", other.Policy).
					Remedyf("bind %s to %s instead of %s", other.Policy, a.API, a.Policy)
			}
		}
	}, lint.Of[schema.Plugin]),
}

// preflightPlace is what one preflight request of browsers is for: all APIs of a path.
type preflightPlace struct {
	group       *schema.Group
	path        string
	environment schema.EnvironmentKey
}

func preflightPlaceOf(a schema.Applied[schema.Plugin]) (preflightPlace, bool) {
	group := a.API.Group.Target()
	path, ok := a.API.Path.Get()
	return preflightPlace{group, path, a.Environment}, ok && group != nil && !group.Symbolic()
}

// appliedCORS returns the CORS plugins that are applied, in the order of addresses.
func appliedCORS(p *lint.Pass) []schema.Applied[schema.Plugin] {
	all := slices.DeleteFunc(p.AppliedPlugins(), func(a schema.Applied[schema.Plugin]) bool { return !a.Policy.Type.Is("cors") })
	slices.SortFunc(all, func(a, b schema.Applied[schema.Plugin]) int {
		return cmp.Or(cmp.Compare(a.Policy.Address, b.Policy.Address), cmp.Compare(a.API.Address, b.API.Address),
			cmp.Compare(a.Binding.Address, b.Binding.Address))
	})
	return all
}
