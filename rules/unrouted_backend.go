package rules

import (
	"fmt"
	"net/netip"
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unroutedBackend finds private backends that the gateway has no way to.
var unroutedBackend = &lint.Rule{
	ID: "NET108", Name: "unrouted-backend", Level: lint.Error, Cause: lint.Network,
	Title: "a private backend that the gateway has no route to",
	Codes: []string{"APIG.0201", "APIG.0202"}, Status: 502,
	Elsewhere: true,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance_routes",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/vpc_route_table",
	},
	Check: lint.Given(func(p *lint.Pass) {
		type cause struct {
			gateway *schema.Gateway
			route   *schema.Resource
		}
		strays := map[cause]*lint.Finding{}
		for _, e := range p.GatewayEndpoints() {
			vpc := e.Gateway.VPC.Target()
			if vpc == nil || !e.IP.Is4() || !e.IP.IsPrivate() {
				continue
			}
			ranges, ok := vpc.CIDRs().All()
			if !ok || holds(ranges, e.IP) || overlapsPeer(p, vpc, e.IP) {
				continue
			}
			switch p.ReachedByRoute(e.Gateway, e.IP) {
			case schema.No:
				p.Reportf(e.Resource, e.Value,
					"%s calls %s, outside of %s of %s, and no %s covers it: calls get APIG.0201 or APIG.0202",
					e.Resource, e.IP, vpc, e.Gateway, routes(e.Gateway)).
					Remedyf("add a %s for %s whose nexthops cover %s", routes(e.Gateway), e.Gateway, e.IP).
					Relate(vpc.Range(), "%s is declared here", vpc)
			case schema.Yes:
				if other := unjoined(p, vpc, e.IP); other != nil {
					p.Reportf(e.Resource, e.Value, "%s calls %s in %s, and neither a peering connection nor a route leads there from %s of %s: calls get APIG.0201 or APIG.0202",
						e.Resource, e.IP, other, vpc, e.Gateway).
						Remedyf("%s", joining(p, vpc, other)).
						Relate(vpc.Range(), "%s is declared here", vpc).
						Relate(other.Range(), "%s is declared here", other)
				} else if stray, ok := strayRoute(p, e.Gateway, e.IP); ok {
					of := cause{e.Gateway, stray.route.Resource}
					if strays[of] == nil {
						strays[of] = stray.report(p, e)
					}
					strays[of].Relate(e.Value.Range(), "%s calls %s here", e.Resource, e.IP)
				}
			case schema.Unsure:
			}
		}
	}, lint.Of[schema.Gateway]),
}

// joining says what leads from one VPC to another: routes, and a peering connection unless something joins the two.
func joining(p *lint.Pass, vpc, other *schema.VPC) string {
	if p.MayBeConnected(vpc, other) {
		return fmt.Sprintf("add a huaweicloud_vpc_route in %s and one in %s that lead to the other", vpc, other)
	}
	return fmt.Sprintf("add a huaweicloud_vpc_peering_connection between %s and %s, and routes on both sides", vpc, other)
}

// routes is the type of the routes of a gateway, which a sister of the provider calls otherwise.
func routes(g *schema.Gateway) string { return g.Facts.Sibling("huaweicloud_apig_instance_routes") }

func holds(ranges []netip.Prefix, addr netip.Addr) bool {
	return slices.ContainsFunc(ranges, func(r netip.Prefix) bool { return r.Contains(addr) })
}

// unjoined returns the VPC that holds the address and that certainly nothing joins to the gateway's, or nil. The routes
// decide: one that leads there is a way, whatever its next hop is and wherever that is kept.
func unjoined(p *lint.Pass, vpc *schema.VPC, addr netip.Addr) *schema.VPC {
	other := p.VPCWith(addr)
	if other == nil {
		return nil // elsewhere, or in two VPCs with the same addresses
	}
	peerings, ok := p.PeeringsOf(vpc).All()
	if !ok || p.ForeignPeering() || p.MayRouteByItself(vpc) || p.MayRouteByItself(other) || slices.ContainsFunc(peerings, func(x *schema.Peering) bool { return x.Opposite(vpc) == other }) {
		return nil
	}
	out, back := ways(vpc, addr)
	if mayLead(p.RoutesOf(vpc), out) || mayLead(p.RoutesOf(other), back) {
		return nil
	}
	return other
}

// ways returns whether a route leads from a VPC to an address, and whether one leads back.
func ways(vpc *schema.VPC, addr netip.Addr) (out, back func(netip.Prefix) bool) {
	out = func(to netip.Prefix) bool { return to.Contains(addr) }
	back = func(to netip.Prefix) bool { // one to everywhere is that to the internet
		return to.Bits() > 0 && overlapsAny(to, vpc.CIDRs().Certain())
	}
	return out, back
}

// mayLead reports whether a route leads, or may lead, where it has to.
func mayLead(routes schema.Set[schema.Route], there func(netip.Prefix) bool) bool {
	all, ok := routes.All()
	return !ok || slices.ContainsFunc(all, func(r schema.Route) bool {
		to, known := r.To()
		return !known || there(to)
	})
}

// overlapsPeer reports whether the address may be that of a peer whose addresses overlap those of the VPC: then no route of
// the gateway helps.
func overlapsPeer(p *lint.Pass, vpc *schema.VPC, addr netip.Addr) bool {
	peerings := p.PeeringsOf(vpc)
	return peerings.MayHaveOthers() || slices.ContainsFunc(peerings.Certain(), func(x *schema.Peering) bool {
		peer := x.Opposite(vpc)
		if peer == nil || peer.CIDRs().MayHaveOthers() {
			return true
		}
		_, _, overlap := overlapping(vpc, peer)
		return overlap && holds(peer.CIDRs().Certain(), addr)
	})
}
