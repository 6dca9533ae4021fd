package rules

import (
	"net/netip"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// reservedRange finds networks that lie where the gateway keeps addresses for itself.
var reservedRange = &lint.Rule{
	ID: "NET107", Name: "reserved-range", Level: lint.Warning, Cause: lint.Network,
	Title: "a network in the range that the gateway reserves",
	Codes: []string{"APIG.0201"}, Status: 502,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/productdesc-apig/apig-pd-180307005.html"},
	Check: lint.Given(func(p *lint.Pass) {
		for _, g := range p.Gateways {
			kept, ok := g.KeptRange()
			if !ok {
				continue
			}
			for _, peering := range p.PeeringsOf(g.VPC.Target()).Certain() {
				if peer := peering.Opposite(g.VPC.Target()); peer != nil && peer != g.VPC.Target() {
					inKeptRange(p, g, kept, peer.Resource, peer.AllCIDRs().Certain(), peering)
				}
			}
			for _, routes := range p.GatewayRoutesOf(g).Certain() {
				inKeptRange(p, g, kept, routes.Resource, routes.NextHops.Certain(), nil)
			}
		}
		for _, e := range p.GatewayEndpoints() {
			if kept, ok := e.Gateway.KeptRange(); ok && e.IP.IsValid() && kept.Contains(e.IP) {
				p.Reportf(e.Resource, e.Value, "%s calls %s, in the range %s that %s reserves: calls get APIG.0201", e.Resource, e.IP, kept, e.Gateway).
					Remedyf("move the backend %s to an address outside of %s", e.IP, kept).
					Relate(e.Gateway.Range(), "%s is declared here", e.Gateway)
			}
		}
	}, lint.Of[schema.Gateway]),
}

func inKeptRange(p *lint.Pass, g *schema.Gateway, kept netip.Prefix, subject *schema.Resource, ranges []schema.Value[string], peering *schema.Peering) {
	for _, value := range ranges {
		text, ok := value.Get()
		cidr, err := netip.ParsePrefix(text)
		if !ok || err != nil || !cidr.Overlaps(kept) {
			continue
		}
		f := p.Reportf(subject, value, "%s has addresses in %s, a range that %s reserves: the gateway cannot reach them", subject, kept, g).
			Remedyf("give %s addresses outside of %s", subject, kept).
			Relate(g.Range(), "%s is declared here", g)
		if peering != nil {
			f.Relate(peering.Range(), "%s connects them", peering)
		}
	}
}
