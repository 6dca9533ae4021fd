package schema

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform"
)

// Balancer is the kind of load balancing in front of a gateway, which decides whether its security group filters.
type Balancer int

// The kinds. Where the configuration does not tell, it is AnyBalancer.
const (
	AnyBalancer Balancer = iota
	LVS
	ELB
)

// lvsRegions are the regions where gateways are made with LVS; everywhere else they are made with ELB.
var lvsRegions = []string{"cn-north-1", "na-mexico-1"}

// Region answers the region of the gateway, its own or its provider's, "" where it is not known.
func (g *Gateway) Region() string {
	if name, ok := g.RegionName.Get(); ok {
		return name
	}
	if !g.RegionName.Absent() {
		return ""
	}
	v, ok := g.Instance.Region()
	if !ok {
		return ""
	}
	v, _ = v.Unmark()
	if !v.IsKnown() || v.IsNull() || v.Type() != cty.String {
		return ""
	}
	return v.AsString()
}

// Balancer answers the kind of load balancing of the gateway.
func (g *Gateway) Balancer() Balancer {
	switch name, ok := g.LoadBalancer.Get(); {
	case ok && strings.EqualFold(name, "lvs"):
		return LVS
	case ok && strings.EqualFold(name, "elb"):
		return ELB
	case !g.LoadBalancer.Absent():
		return AnyBalancer
	}
	if !g.LoadBalancers.Absent() {
		return AnyBalancer // NLB editions: whether the group filters there is not documented
	}
	switch region := g.Region(); {
	case region == "":
		return AnyBalancer
	case slices.Contains(lvsRegions, region):
		return LVS
	}
	return ELB
}

// PublicEntrance reports whether the gateway has an address that callers on the internet can reach.
func (g *Gateway) PublicEntrance() Verdict {
	if size, ok := g.IngressBandwidth.Get(); ok && size > 0 {
		return Yes
	}
	if id, ok := g.EIP.Get(); (ok && id != "") || g.EIP.Target() != nil {
		return Yes
	}
	if size, ok := g.IngressBandwidth.Or(0); ok && size == 0 && (g.EIP.Absent() || g.EIP.Is("")) {
		return No
	}
	return Unsure
}

// PublicUse answers the places where the configuration shows that callers come from the internet: an expression that
// uses the gateway's public address, or a public DNS record that carries the name of one of its domains.
func (c *Config) PublicUse(g *Gateway) []hcl.Range {
	var places []hcl.Range
	for _, use := range c.AddressUses(g, "ingress_address") {
		places = append(places, use.Range)
	}
	names := c.HostsOf(g).Names
	for _, record := range c.Records {
		zone := record.Zone.Target()
		if zone == nil || !zone.Public() {
			continue
		}
		if host, ok := record.Host(); ok && names[host] {
			places = append(places, record.Name.Range())
		}
	}
	return places
}

// AddressUses answers the expressions that use an address of the gateway: ingress_address, the public one, or
// vpc_ingress_address.
func (c *Config) AddressUses(g *Gateway, attr string) []terraform.Use {
	return c.addresses[terraform.Origin{Instance: g.Instance, Attr: attr}]
}

// Public reports whether the zone is certainly public.
func (z *Zone) Public() bool {
	kind, ok := z.Type.Or("public")
	return ok && strings.EqualFold(kind, "public")
}
