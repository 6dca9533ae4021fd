package schema

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// RoutesOf returns the routes of a VPC.
func (c *Config) RoutesOf(v *VPC) Set[Route] { return c.network.all[v] }

// ForeignPeering reports whether the configuration names a peering that it does not make: one that is read, or one that
// it accepts and that is not certain.
func (c *Config) ForeignPeering() bool {
	return Derived(c, connectionsOf).read || slices.ContainsFunc(c.Accepters, func(a *Accepter) bool { return a.Peering.Target() == nil })
}

// connecting are the parts of the names of resource types that join networks otherwise than by peering, and that make
// routes of their own.
var connecting = []string{"_er_", "_cc_", "_vpn", "_dc_", "_dcaas_", "_enterprise_router", "_nat_private", "_private_nat"}

// connections are the VPCs that something joins to other networks otherwise than by peering.
type connections struct {
	any     bool
	read    bool // a data block reads a peering
	unknown bool // perhaps others, too
	vpcs    map[*terraform.Instance]bool
}

// Connected reports whether the configuration joins networks otherwise than by peering.
func (c *Config) Connected() bool { return Derived(c, connectionsOf).any }

// MayBeConnected reports whether the configuration may join two VPCs otherwise than by peering. A VPC that is not known, nil,
// may be any.
func (c *Config) MayBeConnected(v, w *VPC) bool {
	all := Derived(c, connectionsOf)
	may := func(v *VPC) bool { return v == nil || all.unknown || all.vpcs[v.Instance] }
	return all.any && may(v) && may(w)
}

func connectionsOf(c *Config) connections {
	found := connections{vpcs: map[*terraform.Instance]bool{}}
	for _, m := range c.Root.ModuleInstances() {
		for _, res := range m.Module.Resources {
			found.read = found.read || res.Mode == configs.Data && strings.Contains(res.Type, "_vpc_peering")
			if !slices.ContainsFunc(connecting, func(part string) bool { return strings.Contains(res.Type, part) }) {
				continue
			}
			found.any = true
			for _, i := range m.Instances(res) {
				i.Expressions(func(e hclsyntax.Expression) {
					for _, origin := range terraform.Origins(i.Evaluate(e)) {
						found.vpcs[origin.Instance] = true
					}
				})
				for _, name := range []string{"vpc_id", "instance_id"} {
					arg := i.Block().Arg(name)
					if takesVPC := name == "vpc_id" || strings.Contains(res.Type, "_cc_"); takesVPC && arg != nil {
						found.unknown = found.unknown || untraced(arg.Value())
					}
				}
			}
		}
	}
	return found
}
