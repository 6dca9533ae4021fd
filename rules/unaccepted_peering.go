package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unacceptedPeering finds peerings that wait for the other account.
var unacceptedPeering = &lint.Rule{
	ID: "NET104", Name: "unaccepted-peering", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Network,
	Title:     "a peering connection to another account that is not accepted",
	Symptom:   "no answer: calls across the peering connection time out",
	Elsewhere: true,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/vpc_peering_connection",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/vpc_peering_connection_accepter",
	},
	Check: lint.Given(func(p *lint.Pass) {
		for _, a := range p.Accepters {
			if isNeedless(a) {
				continue // NET119
			}
			if arg := a.Accept.Argument(); a.Accept.Absent() && arg != nil && arg.MayBeDefaulted() {
				continue // a default of the root module to be filled in
			}
			if accept, ok := a.Accept.Or(false); ok && !accept {
				f := p.Reportf(a, a.Accept, "%s rejects the peering connection (accept is not true): no traffic passes", a).
					Remedyf("set accept = true on %s", a)
				if peering := a.Peering.Target(); peering != nil {
					f.Relate(peering.Range(), "%s is declared here", peering)
				}
			}
		}
		for _, peering := range p.Peerings {
			if accepted, by := p.Accepted(peering); accepted == schema.No && by == nil {
				p.ReportLevelf(lint.Warning, peering, peering,
					"%s requests a peering connection with another account, and no accepter is declared: no traffic passes until that account accepts it", peering).
					Remedyf("add a huaweicloud_vpc_peering_connection_accepter with vpc_peering_connection_id = %s.id and accept = true", peering)
			}
		}
	}, lint.Of[schema.Accepter], lint.Of[schema.Peering]),
}
