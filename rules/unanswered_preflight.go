package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unansweredPreflight finds APIs for browsers whose preflight requests nothing answers.
var unansweredPreflight = &lint.Rule{
	ID: "API604", Name: "unanswered-preflight", Level: lint.Warning, Cause: lint.Backend,
	Title:     "an API with CORS whose preflight requests are not answered",
	Codes:     []string{"APIG.0101"},
	Elsewhere: true,
	Links:     []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0011.html"},
	Check: lint.Given(func(p *lint.Pass) {
		answered := memo(func(group *schema.Group) *preflights { return preflightsOf(p, group) })
		for _, api := range p.APIs {
			group := api.Group.Target()
			protocol, known := api.Protocol.Or("")
			if group == nil || !api.CORS.Is(true) || !known || protocol == "GRPCS" {
				continue // browsers do not speak gRPC
			}
			reason := preflighted(p, api)
			if reason == "" || p.PluginOf(api, "cors") != schema.No || answered(group).may(p, api) {
				continue
			}
			outcome, remedy := "nothing in its group answers: it gets APIG.0101", fmt.Sprintf("add a huaweicloud_apig_api to %s with "+
				"request_method = \"OPTIONS\" and cors = true, or bind a plugin of type cors to %s", group, api)
			if near, ok := answered(group).near(p, api); ok {
				outcome, remedy = near.outcome, near.remedy
			}
			p.Reportf(api, api.CORS, "%s has CORS and %s, so browsers send an OPTIONS request first, which %s", api, reason, outcome).Remedyf("%s", remedy)
		}
	}, lint.Of[schema.API]),
}

// preflighted returns why browsers send a preflight request before they call the API, and "" where they may not.
func preflighted(p *lint.Pass, api *schema.API) string {
	if method, _ := api.Method.Get(); method == "PUT" || method == "PATCH" || method == "DELETE" {
		return "the method " + method
	}
	for _, param := range api.Params.Certain() {
		if name, ok := param.Name.Get(); ok && param.Location.Is("HEADER") && !simpleHeader(name) {
			return "the header " + name
		}
	}
	return credentialHeader(p, api)
}

// credentialHeader returns the header that callers certainly send their credentials in, in words, and "" where there
// is none.
func credentialHeader(p *lint.Pass, api *schema.API) string {
	switch mode, _ := api.Authentication.Get(); mode {
	case "IAM":
		return "credentials in a header"
	case "APP":
		gateway := api.ServingGateway()
		if gateway == nil {
			return ""
		}
		// The feature app_api_key takes the key from the query.
		if inQuery, _ := p.FeatureOf(gateway, "app_api_key"); inQuery == schema.No {
			return "credentials in a header"
		}
	case "AUTHORIZER":
		if authorizer := api.Authorizer.Target(); authorizer != nil {
			for _, identity := range authorizer.Identity.Certain() {
				if name, ok := identity.Name.Get(); ok && identity.Location.Is("HEADER") && !simpleHeader(name) {
					return "the header " + name
				}
			}
		}
	}
	return ""
}

// simpleHeaders are the headers that browsers send to another origin without asking first, or set themselves.
var simpleHeaders = []string{
	"accept", "accept-language", "content-language", "content-type", "cookie", "host", "last-event-id", "origin", "range",
	"referer", "user-agent",
}

func simpleHeader(name string) bool { return slices.Contains(simpleHeaders, strings.ToLower(name)) }
