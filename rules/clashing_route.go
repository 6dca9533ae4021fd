package rules

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/paths"
)

// clashingRoute finds APIs that the gateway cannot tell apart.
var clashingRoute = &lint.Rule{
	ID: "API601", Name: "clashing-route", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Backend,
	Title: "two APIs of one group with the same route",
	Codes: []string{"APIG.3301"},
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0010.html"},
	Check: lint.Given(func(p *lint.Pass) {
		same, alike := map[route]*schema.API{}, map[route]*schema.API{}
		for _, api := range byAddress(p.APIs) {
			r, ok := routeOf(api)
			if !ok {
				continue
			}
			shape := r
			shape.path = paths.Shape(r.path)
			var f *lint.Finding
			first := same[r]
			if first != nil {
				f = p.Reportf(api, api.Path, "%s has the same method, path and match mode as %s in the same group: the apply gets APIG.3301",
					api, first)
			} else if first = alike[shape]; first != nil {
				f = p.ReportLevelf(lint.Warning, api, api.Path, "%s differs from %s only in the names of path parameters, "+
					"which do not distinguish calls: the apply may get APIG.3301", api, first)
			}
			if f != nil {
				f.Remedyf("change request_method or request_path of %s or %s, or move one of them to another group", api, first)
			}
			if f != nil && first.Path.Range() != api.Path.Range() {
				f.Relate(first.Path.Range(), "the path of %s is here", first)
			}
			same[r], alike[shape] = api, api
		}
	}, lint.Of[schema.API]),
}

// route is what the gateway finds an API by.
type route struct {
	group              any // a *schema.Group, or the id of one that is not declared here
	method, path, mode string
}

// routeOf returns the route of an API. It is false where a part is not certain, or where the API or its group stands
// for any number of others.
func routeOf(api *schema.API) (route, bool) {
	method, ok := api.Method.Get()
	path, known := api.Path.Get()
	mode, valid := api.Matching.Or("Exact")
	if !ok || !known || !valid || api.Symbolic() {
		return route{}, false
	}
	r := route{method: method, path: path, mode: mode}
	if group := api.Group.Target(); group != nil {
		r.group = group
		return r, !group.Symbolic()
	}
	id, ok := api.Group.Get()
	r.group = id
	return r, ok
}

// byAddress returns objects in an order that does not depend on where they are written.
func byAddress[T fmt.Stringer](objects []T) []T {
	return slices.SortedStableFunc(slices.Values(objects), func(a, b T) int { return cmp.Compare(a.String(), b.String()) })
}
