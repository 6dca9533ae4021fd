package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// misplacedBandwidth finds LVS gateways that ask for the public entrance of the other kind.
var misplacedBandwidth = &lint.Rule{
	ID: "NET116", Name: "misplaced-bandwidth", Level: lint.Error, Cause: lint.Network,
	Title:   "an ingress bandwidth on an LVS gateway, which takes an EIP",
	Symptom: "no answer: calls from the internet time out",
	Doc: `Gateways in cn-north-1 and na-mexico-1 are LVS gateways. They get their public address by binding an EIP, with
` + "`eip_id`" + `; ` + "`ingress_bandwidth_size`" + ` is for ELB gateways only, and calls from the internet do not reach an LVS gateway
by it.

Declare an EIP and name it in ` + "`eip_id`" + `. The rule speaks only where the configuration tells that the gateway is LVS.`,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0037.html"},
	Bad: `
resource "huaweicloud_apig_instance" "orders" {
  region                          = "cn-north-1"
  name                            = "orders"
  edition                         = "BASIC"
  vpc_id                          = huaweicloud_vpc.main.id
  subnet_id                       = huaweicloud_vpc_subnet.main.id
  security_group_id               = huaweicloud_networking_secgroup.main.id
  availability_zones              = ["cn-north-1a"]
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "bandwidth"
}
`,
	Good: lvsGateway("  eip_id             = huaweicloud_vpc_eip.orders.id\n"),
	Check: lint.Each(func(p *lint.Pass, g *schema.Gateway) {
		if size, ok := g.IngressBandwidth.Get(); ok && size > 0 && g.Balancer() == schema.LVS {
			p.Reportf(g, g.IngressBandwidth, "%s is an LVS gateway, which takes eip_id and no ingress_bandwidth_size: it gets no public address", g)
		}
	}),
}
