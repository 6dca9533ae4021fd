package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// foreignSubnet finds gateways whose subnet is not in their VPC.
var foreignSubnet = &lint.Rule{
	ID: "NET113", Name: "foreign-subnet", Level: lint.Error, Cause: lint.Network,
	Title:   "a gateway whose subnet belongs to another VPC",
	Symptom: "the apply fails",
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance"},
	Check: lint.Each(func(p *lint.Pass, g *schema.Gateway) {
		subnet := g.Subnet.Target()
		if subnet == nil {
			return
		}
		own, theirs := g.VPC.Target(), subnet.VPC.Target()
		switch {
		case own != nil && theirs != nil && own != theirs:
			p.Reportf(g, g.Subnet, "%s is in %s, but its subnet %s belongs to %s: the apply fails", g, own, subnet, theirs).
				Remedyf("set vpc_id = %s.id, or subnet_id to a subnet of %s", theirs, own).
				Relate(g.VPC.Range(), "the VPC of %s is set here", g).
				Relate(subnet.VPC.Range(), "the VPC of %s is set here", subnet)
		case own == nil && theirs == nil && differ(g.VPC.Value, subnet.VPC.Value):
			p.Reportf(g, g.Subnet, "%s and its subnet %s are in different VPCs: the apply fails", g, subnet).
				Remedyf("set vpc_id = %s.vpc_id", subnet).
				Relate(g.VPC.Range(), "the VPC of %s is set here", g).
				Relate(subnet.VPC.Range(), "the VPC of %s is set here", subnet)
		}
	}),
}

// differ reports whether two ids are known and not the same.
func differ(a, b schema.Value[string]) bool {
	x, ok := a.Get()
	y, also := b.Get()
	return ok && also && x != y
}
