package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// plaintextBackend finds backends on the internet that the gateway calls without TLS.
var plaintextBackend = &lint.Rule{
	ID: "API610", Name: "plaintext-backend", Level: lint.Warning, Cause: lint.Backend, Security: 5.3,
	Title:   "a backend on the internet that is called over HTTP",
	Symptom: "none: calls work, but can be read on the way",
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api"},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		for _, b := range api.Backends().Certain() {
			if b.Web == nil || !b.Web.Protocol.Is("HTTP") {
				continue
			}
			if public, ok := publicEndpoint(p, b); ok {
				p.Reportf(api, b.Web.Protocol, "%s calls a backend at a public address over HTTP: its calls cross the internet in clear text", api).
					Remedyf("set request_protocol = \"HTTPS\" for the backend of %s, or use its private address", api).
					Relate(public.Value.Range(), "the public address of the backend of %s is here", api)
			}
		}
	}),
}

// publicEndpoint returns an address on the internet that a backend is certainly called at.
func publicEndpoint(p *lint.Pass, b *schema.Backend) (schema.Endpoint, bool) {
	for _, e := range p.EndpointsOf(b) {
		if e.Public() == schema.Yes {
			return e.Endpoint, true
		}
	}
	channel := channelOf(b)
	if channel == nil {
		return schema.Endpoint{}, false
	}
	for _, m := range p.MembersOf(channel).Certain() {
		if m.Public() == schema.Yes && !m.Resource.Symbolic() {
			return m.Endpoint, true
		}
	}
	return schema.Endpoint{}, false
}
