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
	Doc: `A peering joins two VPCs; it does not tell either of them to use it. Each VPC needs a route to the other's addresses
with the peering as next hop, a ` + "`huaweicloud_vpc_route`" + ` or a route in a ` + "`huaweicloud_vpc_route_table`" + `. Without
the first, calls never leave; without the second, answers never come back. Either way calls time out.

A route to a part of the peer's addresses, or to a wider range, counts. Where only one of the VPCs is declared here and has
no route it is a note, since routes may be kept elsewhere too. The rule is silent where a route that cannot be told may
lead there, a route through the peering to a third VPC, or a route of a VPN, a direct connection, a cloud connection or an enterprise router.`,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/vpc_peering_connection",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/vpc_route",
	},
	Bad: peeredVPC + `
resource "huaweicloud_vpc_route" "to_partner" {
  vpc_id      = huaweicloud_vpc.main.id
  destination = huaweicloud_vpc.partner.cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.partner.id
}
`,
	Good: peeredVPC + `
resource "huaweicloud_vpc_route" "to_partner" {
  vpc_id      = huaweicloud_vpc.main.id
  destination = huaweicloud_vpc.partner.cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.partner.id
}

resource "huaweicloud_vpc_route" "from_partner" {
  vpc_id      = huaweicloud_vpc.partner.id
  destination = huaweicloud_vpc.main.cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.partner.id
}
`,
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

const peeredVPC = `
resource "huaweicloud_vpc" "partner" {
  name = "partner"
  cidr = "10.2.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "partner" {
  name        = "partner"
  vpc_id      = huaweicloud_vpc.main.id
  peer_vpc_id = huaweicloud_vpc.partner.id
}
`
