package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// foreignSubnet finds gateways whose subnet is not in their VPC.
var foreignSubnet = &lint.Rule{
	ID: "NET113", Name: "foreign-subnet", Level: lint.Error, Cause: lint.Network,
	Title:   "a gateway in a subnet of another VPC",
	Symptom: "the apply fails",
	Files:   texts,
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance"},
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
