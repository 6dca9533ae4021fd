package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unroutedPeering finds peerings that no packet takes, or none comes back through.
var unroutedPeering = &lint.Rule{
	ID: "NET105", Name: "unrouted-peering", Level: lint.Error, Lower: []lint.Level{lint.Note}, Cause: lint.Network,
	Title:   "a peering without a route on both sides",
	Symptom: "no answer: the connection times out",
	Files:   texts,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/vpc_peering_connection",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/vpc_route",
	},
	Check: lint.Each(func(p *lint.Pass, peering *schema.Peering) {
		own, peer := peering.VPC.Target(), peering.Peer.Target()
		there := own != nil && p.RoutedTo(own, peering, peer) == schema.No
		back := peer != nil && p.RoutedTo(peer, peering, own) == schema.No
		level := lint.Error
		if own == nil || peer == nil {
			level = lint.Note
		}
		switch {
		case there && back:
			p.ReportLevelf(level, peering, peering, "neither %s nor %s has a route through %s to the other: no packet takes it", own, peer, peering)
		case there:
			p.ReportLevelf(level, peering, peering, "%s has no route through %s to its peer: its packets do not take it", own, peering).
				Relate(own.Range(), "the VPC without a route is here")
		case back:
			p.ReportLevelf(level, peering, peering, "%s has no route through %s to its peer: its packets do not take it", peer, peering).
				Relate(peer.Range(), "the VPC without a route is here")
		}
	}),
}
