package schema

import (
	"net/netip"
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

// Region returns the region of the gateway, its own or its provider's, "" where it is not known.
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

// bandwidthIn is the release since which a gateway can be given an entrance of its own, by ingress_bandwidth_size.
const bandwidthIn = "1.61.1"

// Balancer returns the kind of load balancing of the gateway.
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
	case region == "" || !g.IsHuaweiCloud() || g.Provider.Installs(bandwidthIn) != Yes:
		return AnyBalancer
	case slices.Contains(lvsRegions, region):
		return LVS
	}
	return ELB
}

// Placed reports whether the configuration says, in whatever way, where the gateway is or what stands in front of it.
// Where it does not, the kind of load balancing is open rather than unknown.
func (g *Gateway) Placed() bool {
	if !g.LoadBalancer.Absent() || !g.LoadBalancers.Absent() || !g.RegionName.Absent() {
		return true
	}
	_, written := g.Instance.Region()
	return written
}

// Filter returns the security group that is certainly the gateway's, or nil.
func (g *Gateway) Filter() *SecurityGroup {
	if g.Ignores("security_group_id") {
		return nil
	}
	return g.SecurityGroup.Target()
}

// PublicEntrance reports whether the gateway has an address that callers on the internet can reach.
func (g *Gateway) PublicEntrance() Verdict {
	if size, ok := g.IngressBandwidth.Get(); ok && size > 0 {
		return Yes
	}
	if id, ok := g.EIP.Get(); (ok && id != "") || g.EIP.Target() != nil {
		return Yes
	}
	size, known := g.IngressBandwidth.Or(0)
	added := g.Ignores("ingress_bandwidth_size") || g.Ignores("eip_id") // perhaps, by others
	if known && size == 0 && (g.EIP.Absent() || g.EIP.Is("")) && !added && !g.behindOwnELB() {
		return No
	}
	return Unsure
}

// behindOwnELB reports whether callers may come by a load balancer of the user's own: that of elb_ids, which editions have
// whose names begin with NLB.
func (g *Gateway) behindOwnELB() bool {
	edition, known := g.Edition.Get()
	return !g.LoadBalancers.Absent() || !g.Edition.Absent() && (!known || strings.HasPrefix(strings.ToUpper(edition), "NLB"))
}

// PublicUse returns the first place where the configuration shows that callers come from the internet, and whether there is
// one: an expression that uses the gateway's public address and not the private one too, or a public DNS record that carries
// the name of one of its domains and leads to a public address, or to the domain that the platform gives.
func (c *Config) PublicUse(g *Gateway) (hcl.Range, bool) {
	var first hcl.Range
	found := false
	take := func(at hcl.Range) {
		if !found || terraform.CompareRanges(at, first) < 0 {
			first, found = at, true
		}
	}
	private := terraform.Origin{Instance: g.Instance, Attr: "vpc_ingress_address"}
	for _, use := range c.AddressUses(g, "ingress_address") {
		if !slices.Contains(terraform.Origins(use.Value), private) {
			take(use.Range)
		}
	}
	for _, name := range c.HostsOf(g).Certain() {
		if record := c.links.names().public[name]; record != nil {
			take(record.Name.Range())
		}
	}
	return first, found
}

// leadsOutside reports whether the record of a public zone certainly has a public address, or the domain that the platform gives a
// group. A record that names something else may lead to what stands in front of the gateway.
func (r *Record) leadsOutside() bool {
	zone := r.Zone.Target()
	if zone == nil || !zone.Public() || r.Symbolic() || !r.Status.Absent() && !r.Status.Is("ENABLE") {
		return false
	}
	for _, item := range r.Records.Certain() {
		text, _ := item.Get()
		if addr, err := netip.ParseAddr(text); err == nil && !addr.IsPrivate() && addr.IsGlobalUnicast() {
			return true
		}
		if strings.HasSuffix(HostName(text), ".huaweicloudapis.com") {
			return true
		}
	}
	return false
}

// AddressUses returns the expressions that use an address of the gateway: ingress_address, the public one, or
// vpc_ingress_address.
func (c *Config) AddressUses(g *Gateway, attr string) []terraform.Use {
	return c.addresses[terraform.Origin{Instance: g.Instance, Attr: attr}]
}

// URLs returns the expressions that build a URL out of an address of the gateway: ingress_address, the public one, or
// vpc_ingress_address.
func (c *Config) URLs(g *Gateway, attr string) []terraform.Use {
	return c.urls[terraform.Origin{Instance: g.Instance, Attr: attr}]
}

// Public reports whether the zone is certainly public.
func (z *Zone) Public() bool {
	kind, ok := z.Type.Or("public")
	return ok && strings.EqualFold(kind, "public")
}
