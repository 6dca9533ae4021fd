package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// appCodeOverHTTP finds APIs that take AppCodes where they are never accepted.
var appCodeOverHTTP = &lint.Rule{
	ID: "AUT404", Name: "appcode-over-http", Level: lint.Error, Cause: lint.Authentication,
	Title:   "simple authentication on an API that accepts only HTTP",
	Symptom: "calls with an AppCode are rejected",
	Links:   []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0010.html"},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		if api.Simple.Is(true) && api.Authentication.Is("APP") && api.Protocol.Is("HTTP") {
			p.Reportf(api, api.Simple, "%s accepts AppCodes but only over HTTP, where the gateway rejects every call with one", api).
				Relate(api.Protocol.Range(), "%s only accepts HTTP here", api).
				Remedyf("set request_protocol = \"HTTPS\" in %s, or simple_authentication = false", api)
		}
	}),
}
