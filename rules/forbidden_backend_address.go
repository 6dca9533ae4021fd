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
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0048.html"},
	Check: lint.Given(func(p *lint.Pass) {
		for _, api := range p.APIs {
			for _, b := range api.Backends().Certain() {
				for _, e := range p.EndpointsOf(b) {
					reportRefused(p, e.Resource, api.Resource, "the backend address", e.Endpoint)
				}
			}
		}
		for _, channel := range p.Channels {
			for _, m := range p.MembersOf(channel).Certain() {
				if status, ok := m.Status.Or(usable); ok && status == usable {
					reportRefused(p, m.Resource, channel.Resource, "a member at", m.Endpoint)
				}
			}
		}
	}, lint.Of[schema.API], lint.Of[schema.Channel]),
}

// usable is the status of the members that a gateway calls.
const usable = 1

// reportRefused reports an endpoint, written in a resource, that the gateway does not call. Of says what has it, and what it is there.
func reportRefused(p *lint.Pass, in, of *schema.Resource, what string, e schema.Endpoint) {
	if refused, ok := schema.RefusedRange(e.IP); ok {
		p.Reportf(in, e.Value, "%s has %s %s, in the range %s that the gateway does not call: calls get APIG.0404", of, what, e.Host, refused).
			Remedyf("replace %s with the address of the backend in a VPC or on the internet", e.Host)
	}
}
