package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/paths"
)

// selfCall finds backends that lead back into the gateway that calls them.
var selfCall = &lint.Rule{
	ID: "API609", Name: "self-call", Level: lint.Error, Lower: []lint.Level{lint.Note}, Cause: lint.Backend,
	Title: "a backend that is a domain name of the same gateway",
	Codes: []string{"APIG.0612"},
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0048.html"},
	Check: lint.Given(func(p *lint.Pass) {
		domains := domainsByGateway(p)
		for _, api := range p.APIs {
			for _, b := range api.Backends().Certain() {
				for _, e := range p.EndpointsOf(b) {
					if d := domains[domainOnGateway{e.Gateway, e.Host}]; e.Gateway != nil && e.Host != "" && d != nil {
						reportSelfCall(p, b, e, d)
					}
				}
			}
		}
	}, lint.Of[schema.API]),
}

func reportSelfCall(p *lint.Pass, b *schema.Backend, e schema.GatewayEndpoint, d *schema.Domain) {
	if d.Group == b.API.Group.Target() && callsItself(b) {
		p.Reportf(e.Resource, e.Value, "%s is its own backend, through the domain name %s of its group: calls get APIG.0612", b.API, e.Host).
			Remedyf("set the backend address of %s to that of the service behind it", b.API).
			Relate(d.Name.Range(), "%s binds %s here", d, e.Host)
		return
	}
	p.ReportLevelf(lint.Note, e.Resource, e.Value, "%s has the backend %s, a domain name of the same gateway: each call passes the gateway "+
		"twice, and a chain of more than ten gets APIG.0612", b.API, e.Host).
		Remedyf("set the backend address of %s to that of the service behind %s", b.API, e.Host).
		Relate(d.Name.Range(), "%s binds %s here", d, e.Host)
}

type domainOnGateway struct {
	gateway *schema.Gateway
	name    string
}

// domainsByGateway returns the domains that certainly lead to one gateway.
func domainsByGateway(p *lint.Pass) map[domainOnGateway]*schema.Domain {
	domains := map[domainOnGateway]*schema.Domain{}
	for _, d := range p.Domains() {
		name, ok := d.Name.Get()
		if !ok || d.Group == nil || d.Resource.Symbolic() {
			continue
		}
		if gateway := d.Group.Gateway.Target(); gateway != nil && !gateway.Symbolic() {
			domains[domainOnGateway{gateway, schema.HostName(name)}] = d
		}
	}
	return domains
}

// callsItself reports whether a backend on a domain of the API's own group is certainly the API: it has the same path
// and method.
func callsItself(b *schema.Backend) bool {
	from, ok := b.API.Path.Get()
	to, known := b.Web.Path.Get()
	method, _ := b.API.Method.Get()
	return ok && known && paths.Shape(from) == paths.Shape(to) && (method == "ANY" || b.Web.Method.Is(method))
}
