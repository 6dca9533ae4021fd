package rules

import (
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// idleEIP finds public addresses that are meant for a gateway and do not reach it.
var idleEIP = &lint.Rule{
	ID: "NET112", Name: "idle-eip", Level: lint.Warning, Cause: lint.Network,
	Title:   "an EIP that the gateway does not get",
	Symptom: "no answer: calls from the internet time out",
	Doc: `An EIP costs money and gives nothing a public address until something uses it. Where one that nothing refers to stands
beside a gateway without a public address, the binding was forgotten, and calls from the internet do not reach the gateway.

An LVS gateway (in cn-north-1 and na-mexico-1) takes the EIP by ` + "`eip_id`" + `. An ELB gateway, in all other regions, takes
none: its address comes with ` + "`ingress_bandwidth_size`" + `, and an ` + "`eip_id`" + ` has no effect.

Any mention of the EIP counts as a use, an output too, and so does a value that cannot be told where an EIP is expected.`,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0037.html"},
	Bad:   lvsGateway(""),
	Good:  lvsGateway("  eip_id             = huaweicloud_vpc_eip.orders.id\n"),
	Check: func(p *lint.Pass) {
		var private *schema.Gateway
		for _, g := range p.Gateways {
			if private == nil && g.PublicEntrance() == schema.No {
				private = g
			}
			id, known := g.EIP.Get()
			if g.Balancer() == schema.ELB && (g.EIP.Target() != nil || (known && id != "")) {
				p.Reportf(g, g.EIP, "%s is an ELB gateway, which takes no eip_id: its public address comes with ingress_bandwidth_size", g)
			}
		}
		if private == nil {
			return
		}
		for _, eip := range p.UnusedEIPs() {
			p.Reportf(eip, eip, "nothing uses %s, and %s has no public address: calls from the internet do not reach it", eip, private).
				Relate(private.Range(), "the gateway is here")
		}
	},
}

// lvsGateway is an example of an LVS gateway beside an EIP.
func lvsGateway(argument string) string {
	return strings.Replace(`
resource "huaweicloud_vpc_eip" "orders" {
  publicip {
    type = "5_bgp"
  }

  bandwidth {
    name       = "orders"
    size       = 5
    share_type = "PER"
  }
}

resource "huaweicloud_apig_instance" "orders" {
  region             = "cn-north-1"
  name               = "orders"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["cn-north-1a"]
ARGUMENT}
`, "ARGUMENT", argument, 1)
}
