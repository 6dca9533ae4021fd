package schema

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// RoutesOf returns the routes of a VPC.
func (c *Config) RoutesOf(v *VPC) Set[Route] { return c.links.network().all[v] }

// ForeignPeering reports whether the configuration names a peering that it does not make: one that is read, or one that
// it accepts and that is not certain.
func (c *Config) ForeignPeering() bool {
	return Derived(c, connectionsOf).read || slices.ContainsFunc(c.Accepters, func(a *Accepter) bool { return a.Peering.Target() == nil })
}

// connecting are the parts of the names of resource types that join networks otherwise than by peering, and the arguments
// that say which VPC. They make routes of their own, an enterprise router only where auto_create_vpc_routes says so.
var connecting = []struct {
	part, vpc string
	asked     bool
}{
	{part: "_er_", vpc: "vpc_id", asked: true},
	{part: "_enterprise_router", vpc: "vpc_id", asked: true},
	{part: "_cc_", vpc: "instance_id"},
	{part: "_vpnaas_", vpc: "router_id"},
	{part: "_vpn", vpc: "vpc_id"},
	{part: "_dc_", vpc: "vpc_id"},
	{part: "_dcaas_", vpc: "vpc_id"},
}

// translating are the parts of the names of resource types that pass packets on to networks that nothing joins.
var translating = []string{"_nat_private", "_private_nat"}

// connections are the VPCs that something joins to other networks otherwise than by peering.
type connections struct {
	read   bool // a data block reads a peering
	joined someVPCs
	routed someVPCs // those that get routes by it
}

// someVPCs are VPCs, and perhaps any others.
type someVPCs struct {
	any bool
	of  map[*terraform.Instance]bool
}

// mayHave reports whether a VPC may be among them. One that is not known, nil, may be any.
func (s someVPCs) mayHave(v *VPC) bool {
	return s.any || v == nil && len(s.of) > 0 || v != nil && s.of[v.Instance]
}

// MayBeConnected reports whether the configuration may join two VPCs otherwise than by peering. A VPC that is not known, nil,
// may be any.
func (c *Config) MayBeConnected(v, w *VPC) bool {
	joined := Derived(c, connectionsOf).joined
	return joined.mayHave(v) && joined.mayHave(w)
}

// MayRouteByItself reports whether something in the configuration may put routes into a VPC that nobody writes: an attachment
// of an enterprise router that is to, a cloud connection, a VPN, a direct connection.
func (c *Config) MayRouteByItself(v *VPC) bool { return Derived(c, connectionsOf).routed.mayHave(v) }

func connectionsOf(c *Config) connections {
	found := connections{joined: someVPCs{of: map[*terraform.Instance]bool{}}, routed: someVPCs{of: map[*terraform.Instance]bool{}}}
	for _, m := range c.Root.ModuleInstances() {
		for _, res := range m.Module.Resources {
			found.read = found.read || res.Mode == configs.Data && strings.Contains(res.Type, "_vpc_peering")
			named := func(part string) bool { return strings.Contains(res.Type, part) }
			found.routed.any = found.routed.any || slices.ContainsFunc(translating, named) && len(m.Instances(res)) > 0
			for _, kind := range connecting {
				if !named(kind.part) {
					continue
				}
				for _, i := range m.Instances(res) {
					found.joined.add(c, i.Block().Arg(kind.vpc))
					if !kind.asked || mayBeSet(i.Block().Arg("auto_create_vpc_routes")) {
						found.routed.add(c, i.Block().Arg(kind.vpc))
					}
				}
				break
			}
		}
	}
	return found
}

// add takes in the VPC that an argument names, or may name.
func (s *someVPCs) add(c *Config, arg *terraform.Argument) {
	if arg == nil {
		return
	}
	v := arg.Value()
	origins := append(terraform.Origins(v), identifiedBy(c.Root.ModuleInstance, v)...)
	for _, origin := range origins {
		s.of[origin.Instance] = true
		s.any = s.any || origin.Instance.Resource.Mode != configs.Managed
	}
	s.any = s.any || !v.IsWhollyKnown() && (len(origins) == 0 || terraform.Undecided(v))
}

// mayBeSet reports whether a switch is on, or may be.
func mayBeSet(arg *terraform.Argument) bool {
	if arg == nil {
		return false
	}
	v := terraform.Unmarked(arg.Value())
	off := v.IsKnown() && (v.IsNull() || v.Type() == cty.Bool && v.False() || v.Type() == cty.String && v.AsString() == "false")
	return !off
}

// Declares reports whether the configuration has a resource whose type has a part in its name.
func (c *Config) Declares(part string) bool {
	return slices.ContainsFunc(c.Root.ModuleInstances(), func(m *terraform.ModuleInstance) bool {
		return slices.ContainsFunc(m.Module.Resources, func(r *configs.Resource) bool {
			return r.Mode == configs.Managed && strings.Contains(r.Type, part)
		})
	})
}
