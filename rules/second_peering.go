package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// secondPeering finds peerings of VPCs that are peered already.
var secondPeering = &lint.Rule{
	ID: "NET117", Name: "second-peering", Level: lint.Error, Cause: lint.Network,
	Title:   "a second peering connection between the same two VPCs",
	Symptom: "the apply fails, and traffic through the second peering connection gets no answer",
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/vpc_peering_connection"},
	Check: lint.Clash(
		func(_ *lint.Pass, peering *schema.Peering) ([2]*schema.VPC, bool) { return peering.Pair() },
		func(p *lint.Pass, first, again *schema.Peering) {
			p.Reportf(again, again, "%s connects %s and %s, which %s already connects: two VPCs can have only one peering connection, and the apply fails",
				again, again.VPC.Target(), again.Peer.Target(), first).
				Remedyf("remove %s or %s, and use the other one in the routes of both VPCs", again, first).
				Relate(first.Range(), "%s is declared here", first)
		},
	),
}
