package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// noPublicAddress finds gateways that the internet is meant to reach and cannot.
var noPublicAddress = &lint.Rule{
	ID: "NET101", Name: "no-public-address", Level: lint.Warning, Cause: lint.Network,
	Title:   "a gateway that the internet is meant to reach, without a public address",
	Symptom: "no answer: the connection times out",
	Doc: `A gateway has an address for callers on the internet only with ` + "`ingress_bandwidth_size`" + ` or, on an LVS
gateway, ` + "`eip_id`" + `. Without one ` + "`ingress_address`" + ` stays empty, and calls time out before they reach any API.
` + "`bandwidth_size`" + ` is something else: the bandwidth of the calls that the gateway itself makes to public backends.

That callers come from the internet is read from the configuration: an expression uses ` + "`ingress_address`" + `, or a public
DNS zone holds a record for one of the gateway's domains that leads to a public address or to the domain that the
platform gives. Where a firewall or a load balancer with a public address stands in front, say so with an ignore comment.

Give the gateway a public address, or use ` + "`vpc_ingress_address`" + ` where callers come from its VPC.`,
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0037.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance",
	},
	Bad: `
resource "huaweicloud_apig_instance" "orders" {
  name               = "orders"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["cn-north-4a"]
  bandwidth_size     = 5
}

output "address" {
  value = huaweicloud_apig_instance.orders.ingress_address
}
`,
	Good: `
resource "huaweicloud_apig_instance" "orders" {
  name                            = "orders"
  edition                         = "BASIC"
  vpc_id                          = huaweicloud_vpc.main.id
  subnet_id                       = huaweicloud_vpc_subnet.main.id
  security_group_id               = huaweicloud_networking_secgroup.main.id
  availability_zones              = ["cn-north-4a"]
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "bandwidth"
}

output "address" {
  value = huaweicloud_apig_instance.orders.ingress_address
}
`,
	Check: lint.Each(func(p *lint.Pass, g *schema.Gateway) {
		if g.PublicEntrance() != schema.No {
			return
		}
		use, ok := p.PublicUse(g)
		if !ok {
			return
		}
		egress := ""
		if size, ok := g.EgressBandwidth.Get(); ok && size > 0 {
			egress = " (bandwidth_size is for the calls that it makes, not for those that it gets)"
		}
		p.Reportf(g, g, "%s has no public address%s: calls from the internet do not reach it", g, egress).
			Relate(use, "callers come from the internet here")
	}),
}
