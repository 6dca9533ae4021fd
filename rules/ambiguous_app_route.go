package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/paths"
)

// ambiguousAppRoute finds apps that may call two APIs by one method and path, where the gateway finds the API by the app.
var ambiguousAppRoute = &lint.Rule{
	ID: "AUT410", Name: "ambiguous-app-route", Level: lint.Warning, Cause: lint.Authentication,
	Title:   "an app that is authorized for two APIs with the same method and path, with app_route on",
	Symptom: "the apply fails, or calls by the gateway's address reach the other API",
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0046.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance_feature",
	},
	Check: lint.Given(func(p *lint.Pass) {
		feature := memo(func(g *schema.Gateway) *schema.Feature {
			if on, feature := p.FeatureOf(g, "app_route"); on == schema.Yes {
				return feature
			}
			return nil
		})
		seen := map[appRoute]schema.Ref[schema.API]{}
		for _, a := range byAddress(p.Authorizations) {
			for _, ref := range a.APIs.Certain() {
				api := ref.Target()
				key, ok := appRouteOf(a, api)
				if !ok {
					continue
				}
				first, again := seen[key]
				if !again {
					seen[key] = ref
					continue
				}
				other := first.Target()
				route := feature(key.gateway)
				if other.Group.Target() == api.Group.Target() || route == nil {
					continue
				}
				p.Reportf(a, ref, "%s authorizes %s for %s and %s, which have the same method and path: with app_route on, the gateway cannot tell its calls to them apart",
					a, key.app, api, other).
					Relate(first.Range(), "%s is authorized here", other).
					Relate(route.Range(), "app_route is on here").
					Remedyf("change request_method or request_path of %s or %s, authorize another app for one of them, or switch app_route off", api, other)
			}
		}
	}, lint.Of[schema.Authorization]),
}

// appRoute is what the gateway finds an API of an app by.
type appRoute struct {
	gateway      *schema.Gateway
	app          *schema.Application
	environment  schema.EnvironmentKey
	method, path string
}

// appRouteOf returns the route of an API that an app is authorized for, and whether all of that is certain.
func appRouteOf(a *schema.Authorization, api *schema.API) (appRoute, bool) {
	app := a.Application.Target()
	if app == nil || api == nil || app.Symbolic() || api.Symbolic() || a.Symbolic() || a.EnvironmentKey() == "" || api.Group.Target() == nil {
		return appRoute{}, false
	}
	gateway := api.ServingGateway()
	method, ok := api.Method.Get()
	path, known := api.Path.Get()
	mode, certain := api.Matching.Or("Exact")
	return appRoute{gateway, app, a.EnvironmentKey(), method, mode + " " + paths.Shape(path)}, ok && known && certain && gateway != nil
}
