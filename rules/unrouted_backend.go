package rules

import (
	"net/netip"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unroutedBackend finds private backends that the gateway has no way to.
var unroutedBackend = &lint.Rule{
	ID: "NET108", Name: "unrouted-backend", Level: lint.Error, Cause: lint.Network,
	Title: "a private backend that the gateway has no route to",
	Codes: []string{"APIG.0201", "APIG.0202"}, Status: 502,
	Files: texts,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance_routes"},
	Check: func(p *lint.Pass) {
		for _, e := range p.GatewayEndpoints() {
			vpc := e.Gateway.VPC.Target()
			if vpc == nil || !e.IP.Is4() || !e.IP.IsPrivate() {
				continue
			}
			ranges, ok := vpc.CIDRs().All()
			if !ok || holds(ranges, e.IP) {
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
					p.Reportf(e.Resource, e.Value, "%s calls %s in %s, which no peering connection joins to %s of %s: calls get APIG.0201 or APIG.0202",
						e.Resource, e.IP, other, vpc, e.Gateway).
						Remedyf("add a huaweicloud_vpc_peering_connection between %s and %s, and routes on both sides", vpc, other).
						Relate(vpc.Range(), "%s is declared here", vpc).
						Relate(other.Range(), "%s is declared here", other)
				}
			case schema.Unsure:
			}
		}
	},
}

// routes is the type of the routes of a gateway, which a sister of the provider calls otherwise.
func routes(g *schema.Gateway) string { return g.Facts.Sibling("huaweicloud_apig_instance_routes") }

func holds(ranges []netip.Prefix, addr netip.Addr) bool {
	return slices.ContainsFunc(ranges, func(r netip.Prefix) bool { return r.Contains(addr) })
}

// unjoined answers the VPC that holds the address and that certainly nothing joins to the gateway's, or nil.
func unjoined(p *lint.Pass, vpc *schema.VPC, addr netip.Addr) *schema.VPC {
	holders, ok := p.VPCsWith(addr).All()
	if len(holders) != 1 || !ok {
		return nil // elsewhere, or in two VPCs with the same addresses
	}
	other := holders[0]
	peerings, ok := p.PeeringsOf(vpc).All()
	if !ok || otherConnections(p.Config) || slices.ContainsFunc(peerings, func(x *schema.Peering) bool { return x.Opposite(vpc) == other }) {
		return nil
	}
	return other
}

// otherConnections reports whether the configuration joins networks otherwise than by peering.
func otherConnections(c *schema.Config) bool {
	for _, m := range c.Root.ModuleInstances() {
		for _, res := range m.Module.Resources {
			for _, part := range []string{"_er_", "_cc_", "_vpn", "_dc_", "_dcaas_", "_enterprise_router"} {
				if strings.Contains(res.Type, part) {
					return true
				}
			}
		}
	}
	return false
}
