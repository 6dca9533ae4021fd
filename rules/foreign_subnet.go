package rules

import (
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// foreignSubnet finds gateways whose subnet is not in their VPC.
var foreignSubnet = &lint.Rule{
	ID: "NET113", Name: "foreign-subnet", Level: lint.Error, Cause: lint.Network,
	Title:   "a gateway in a subnet of another VPC",
	Symptom: "the apply fails",
	Doc: `A gateway stands in a subnet of its VPC. With a subnet of another one the apply fails, after everything else has been
created.

Take ` + "`vpc_id`" + ` from the subnet, or name both from one VPC. The rule is silent where one of the two cannot be told.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance"},
	Bad:   backOffice("huaweicloud_vpc.main.id"),
	Good:  backOffice("huaweicloud_vpc.office.id"),
	Check: lint.Each(func(p *lint.Pass, g *schema.Gateway) {
		subnet := g.Subnet.Target()
		if subnet == nil {
			return
		}
		own, theirs := g.VPC.Target(), subnet.VPC.Target()
		switch {
		case own != nil && theirs != nil && own != theirs:
			p.Reportf(g, g.Subnet, "%s is in %s, but %s is a subnet of %s: the apply fails", g, own, subnet, theirs).
				Relate(g.VPC.Range(), "the gateway's VPC is named here").
				Relate(subnet.VPC.Range(), "the subnet's VPC is named here")
		case own == nil && theirs == nil && differ(g.VPC.Value, subnet.VPC.Value):
			p.Reportf(g, g.Subnet, "%s is in another VPC than its subnet %s: the apply fails", g, subnet).
				Relate(g.VPC.Range(), "the gateway's VPC is named here").
				Relate(subnet.VPC.Range(), "the subnet's VPC is named here")
		}
	}),
}

// differ reports whether two ids are known and not the same.
func differ(a, b schema.Value[string]) bool {
	x, ok := a.Get()
	y, also := b.Get()
	return ok && also && x != y
}

// backOffice is an example of a gateway in the VPC that is named and in the subnet of the VPC office.
func backOffice(vpc string) string {
	return strings.Replace(`
resource "huaweicloud_vpc" "office" {
  name = "office"
  cidr = "10.3.0.0/16"
}

resource "huaweicloud_vpc_subnet" "office" {
  name       = "office"
  vpc_id     = huaweicloud_vpc.office.id
  cidr       = "10.3.0.0/24"
  gateway_ip = "10.3.0.1"
}

resource "huaweicloud_apig_instance" "office" {
  name               = "office"
  edition            = "BASIC"
  vpc_id             = VPC
  subnet_id          = huaweicloud_vpc_subnet.office.id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["cn-north-4a"]
}
`, "VPC", vpc, 1)
}
