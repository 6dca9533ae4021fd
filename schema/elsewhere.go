package schema

import (
	"reflect"

	"github.com/hashicorp/hcl/v2"
)

// elsewhere are the gateways of groups that are not declared in a configuration, or not certainly: one stands in for each of these groups,
// because two of them need not be on the same gateway.
type elsewhere struct {
	all []*Gateway
	of  map[*Group]*Gateway
}

func elsewhereIn(c *Config) elsewhere {
	found := elsewhere{of: map[*Group]*Gateway{}}
	for _, group := range c.Groups {
		if group.Gateway.Target() == nil {
			g := &Gateway{Resource: group.Resource, groupHere: group}
			fields := reflect.ValueOf(g).Elem()
			for _, f := range fieldsOf(fields.Type()) {
				if value, ok := fields.FieldByIndex(f.index).Addr().Interface().(interface{ forget() }); ok {
					value.forget()
				}
			}
			found.all, found.of[group] = append(found.all, g), g
		}
	}
	return found
}

// forget makes a value one of which nothing is known.
func (v *Value[T]) forget() { v.state = unknown }

// GatewaysElsewhere returns a gateway for each group whose own one is not declared here, or not certainly. Nothing is known of it but that
// it has the group. It is none of [Kinds.Gateways], and has the address of the group.
func (c *Config) GatewaysElsewhere() []*Gateway { return Derived(c, elsewhereIn).all }

// GatewayOf returns the gateway of a group, which may be one of [Config.GatewaysElsewhere].
func (c *Config) GatewayOf(group *Group) *Gateway {
	if g := group.Gateway.Target(); g != nil {
		return g
	}
	return Derived(c, elsewhereIn).of[group]
}

// Elsewhere reports whether the gateway is one of [Config.GatewaysElsewhere].
func (g *Gateway) Elsewhere() bool { return g.groupHere != nil }

// String is the address, or how a gateway is told that has none here.
func (g *Gateway) String() string {
	if g.Elsewhere() {
		return "the gateway of " + g.Address
	}
	return g.Address
}

// Range is the header of the block, or the text that names a gateway that has none here.
func (g *Gateway) Range() hcl.Range {
	if g.Elsewhere() {
		return g.groupHere.Gateway.Range()
	}
	return g.Resource.Range()
}

// isElsewhere reports whether an object is a gateway of which nothing is known.
func isElsewhere(object any) bool {
	g, ok := object.(*Gateway)
	return ok && g.Elsewhere()
}
