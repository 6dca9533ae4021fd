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
	Doc: `A peering with a VPC of another account (` + "`peer_tenant_id`" + `) is a request until that account accepts it. Until then
no packet passes, and calls from the peer time out. A ` + "`huaweicloud_vpc_peering_connection_accepter`" + ` accepts it only
with ` + "`accept = true`" + `: without it, the provider rejects the request.

A peering without ` + "`peer_tenant_id`" + ` is one within an account, and accepts itself. One that this configuration does
not accept is a warning: the other account may accept it elsewhere. An ignore comment says so.`,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/vpc_peering_connection",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/vpc_peering_connection_accepter",
	},
	Bad: partnerPeering,
	Good: partnerPeering + `
provider "huaweicloud" {
  alias = "partner"
}

resource "huaweicloud_vpc_peering_connection_accepter" "partner" {
  provider = huaweicloud.partner

  vpc_peering_connection_id = huaweicloud_vpc_peering_connection.partner.id
  accept                    = true
}
`,
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

const partnerPeering = `
variable "partner_vpc_id" {
  type = string
}

resource "huaweicloud_vpc_peering_connection" "partner" {
  name           = "partner"
  vpc_id         = huaweicloud_vpc.main.id
  peer_vpc_id    = var.partner_vpc_id
  peer_tenant_id = "0c2a5f8a9b7f4d0e8b1c3d5e7f901234"
}

resource "huaweicloud_vpc_route" "partner" {
  vpc_id      = huaweicloud_vpc.main.id
  destination = "10.2.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.partner.id
}
`
