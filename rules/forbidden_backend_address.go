package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// forbiddenBackendAddress finds backends in ranges that the gateway does not call.
var forbiddenBackendAddress = &lint.Rule{
	ID: "API608", Name: "forbidden-backend-address", Level: lint.Error, Cause: lint.Backend,
	Title: "a backend address that the gateway refuses",
	Codes: []string{"APIG.0404"},
	Files: texts,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0048.html"},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		for _, b := range api.Backends().Certain() {
			for _, e := range p.EndpointsOf(b) {
				if refused, ok := schema.RefusedRange(e.IP); ok {
					p.Reportf(e.Resource, e.Value, "%s has the backend address %s, in the range %s that the gateway does not call: calls get APIG.0404",
						api, e.Host, refused).
						Remedyf("replace %s with the address of the backend in a VPC or on the internet", e.Host)
				}
			}
		}
	}),
}
