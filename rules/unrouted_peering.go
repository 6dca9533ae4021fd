package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unroutedPeering finds peerings that no packet takes, or none comes back through.
var unroutedPeering = &lint.Rule{
	ID: "NET105", Name: "unrouted-peering", Level: lint.Error, Lower: []lint.Level{lint.Note}, Cause: lint.Network,
	Title:     "a peering connection without routes on both sides",
	Symptom:   "no answer: the connection times out",
	Elsewhere: true,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/vpc_peering_connection",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/vpc_route",
	},
	Check: lint.Each(func(p *lint.Pass, peering *schema.Peering) {
		own, peer := peering.VPC.Target(), peering.Peer.Target()
		if peering.Symbolic() || p.MayBeConnected(own, peer) {
			return // one of an unknown number may be none
		}
		twins := p.Twins(peering) // of two peerings one is enough
		lacks := func(v, w *schema.VPC) bool {
			return v != nil && p.RoutedTo(v, peering, w) == schema.No && twins.Any(func(twin *schema.Peering) schema.Verdict {
				return p.RoutedTo(v, twin, w)
			}) == schema.No
		}
		there, back := lacks(own, peer), lacks(peer, own)
		level := lint.Error
		if own == nil || peer == nil || p.Exported(peering.Resource) && !p.Routed(peering) {
			level = lint.Note
		}
		switch {
		case there && back:
			f := p.ReportLevelf(level, peering, peering, "neither %s nor %s has a route to the other via %s: traffic cannot cross it", own, peer, peering).
				Remedyf("add a huaweicloud_vpc_route in %s with destination %s and one in %s with destination %s, both with nexthop %s.id",
					own, addressesOf(peer), peer, addressesOf(own), peering)
			relateRoutes(p, f, own, peering)
			relateRoutes(p, f, peer, peering)
		case there:
			unrouted(p, level, peering, own, peer)
		case back:
			unrouted(p, level, peering, peer, own)
		}
	}),
}

// unrouted reports a VPC that has no route to its peer, which is nil if it is not declared here.
func unrouted(p *lint.Pass, level lint.Level, peering *schema.Peering, vpc, peer *schema.VPC) {
	f := p.ReportLevelf(level, peering, peering, "%s has no route to %s via %s: traffic cannot cross it", vpc, addressesOf(peer), peering).
		Remedyf("add a huaweicloud_vpc_route in %s with destination %s and nexthop %s.id", vpc, addressesOf(peer), peering).
		Relate(vpc.Range(), "%s is declared here", vpc)
	relateRoutes(p, f, vpc, peering)
}

// relateRoutes points at the routes of a VPC that go through the peering and lead elsewhere.
func relateRoutes(p *lint.Pass, f *lint.Finding, vpc *schema.VPC, peering *schema.Peering) {
	for _, r := range p.RoutesThrough(vpc, peering).Certain() {
		if to, ok := r.To(); ok && r.Through(peering) == schema.Yes && !r.Destination.Sensitive() {
			f.Relate(r.Destination.Range(), "%s leads to %s", r.Resource, to)
		}
	}
}

// addressesOf names the addresses of a VPC: its CIDR if that is known and no secret.
func addressesOf(vpc *schema.VPC) string {
	if vpc == nil {
		return "the CIDR of its peer"
	}
	if cidr, ok := vpc.CIDR.Get(); ok && !vpc.CIDR.Sensitive() {
		return cidr
	}
	return "the CIDR of " + vpc.Address
}
