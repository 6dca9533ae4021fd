package rules

import (
	"net/netip"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// overlappingPeering finds peerings between VPCs that have addresses in common.
var overlappingPeering = &lint.Rule{
	ID: "NET106", Name: "overlapping-peering", Level: lint.Error, Cause: lint.Network,
	Title:     "a peering connection between VPCs with overlapping CIDRs",
	Symptom:   "no answer, or one from another host with the same address",
	Elsewhere: true,
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/vpc_peering_connection"},
	Check: lint.Each(func(p *lint.Pass, peering *schema.Peering) {
		own, peer := peering.VPC.Target(), peering.Peer.Target()
		if own == nil || peer == nil || own == peer {
			return
		}
		a, b, overlap := overlapping(own, peer)
		if !overlap || joinsSubnets(p, peering, own, peer) || joinsSubnets(p, peering, peer, own) {
			return
		}
		p.Reportf(peering, peering.Peer, "%s connects %s (%s) and %s (%s), whose CIDRs overlap: traffic to the peer stays local",
			peering, own, a, peer, b).
			Remedyf("give %s or %s a CIDR that does not overlap, or route only to subnets that do not overlap", own, peer).
			Relate(own.CIDR.Range(), "the CIDR of %s is set here", own).
			Relate(peer.CIDR.Range(), "the CIDR of %s is set here", peer)
	}),
}

// overlapping returns ranges of two VPCs that overlap.
func overlapping(v, w *schema.VPC) (a, b netip.Prefix, ok bool) {
	for _, a := range v.CIDRs().Certain() {
		for _, b := range w.CIDRs().Certain() {
			if a.Overlaps(b) {
				return a, b, true
			}
		}
	}
	return a, b, false
}

// joinsSubnets reports whether a route of the VPC leads, or may lead, through the peering to less than the peer's
// whole range, or to addresses that are not the VPC's own.
func joinsSubnets(p *lint.Pass, peering *schema.Peering, vpc, peer *schema.VPC) bool {
	own := vpc.CIDRs().Certain()
	theirs, known := peer.CIDRs().All()
	routes, ok := p.RoutesThrough(vpc, peering).All()
	if !ok || !known {
		return true
	}
	for _, route := range routes {
		through := route.Through(peering)
		if through == schema.No {
			continue
		}
		to, ok := route.To()
		if through == schema.Unsure || !ok || part(to, theirs) || !overlapsAny(to, own) {
			return true
		}
	}
	return false
}

func overlapsAny(to netip.Prefix, ranges []netip.Prefix) bool {
	for _, r := range ranges {
		if to.Overlaps(r) {
			return true
		}
	}
	return false
}

// part reports whether a range is less than the one of ranges that it lies in.
func part(to netip.Prefix, ranges []netip.Prefix) bool {
	for _, r := range ranges {
		if r.Overlaps(to) && r.Bits() < to.Bits() {
			return true
		}
	}
	return false
}
