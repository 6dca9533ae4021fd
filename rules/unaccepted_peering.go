package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unacceptedPeering finds peerings that wait for the other account.
var unacceptedPeering = &lint.Rule{
	ID: "NET104", Name: "unaccepted-peering", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Network,
	Title:   "a peering with another account that nobody accepts",
	Symptom: "no answer: calls from the peer time out",
	Files:   texts,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/vpc_peering_connection",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/vpc_peering_connection_accepter",
	},
	Check: func(p *lint.Pass) {
		for _, a := range p.Accepters {
			if arg := a.Accept.Argument(); a.Accept.Absent() && arg != nil && arg.MayBeDefaulted() {
				continue // a default of the root module to be filled in
			}
			if accept, ok := a.Accept.Or(false); ok && !accept {
				f := p.Reportf(a, a.Accept, "%s does not accept the peering, it rejects it: no packet passes", a)
				if peering := a.Peering.Target(); peering != nil {
					f.Relate(peering.Range(), "the peering is here")
				}
			}
		}
		for _, peering := range p.Peerings {
			if accepted, by := p.Accepted(peering); accepted == schema.No && by == nil {
				p.ReportLevelf(lint.Warning, peering, peering,
					"%s is a request to another account, and nothing here accepts it: no packet passes until that account does", peering)
			}
		}
	},
}
