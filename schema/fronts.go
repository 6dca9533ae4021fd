package schema

import (
	"cmp"
	"net/netip"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// forwarding are the resource types that certainly pass calls on, and the arguments that say where to, in whatever block.
var forwarding = map[string][]string{
	"huaweicloud_elb_member":            {"address"},
	"huaweicloud_lb_member":             {"address"},
	"huaweicloud_nat_dnat_rule":         {"private_ip", "port_id"},
	"huaweicloud_nat_private_dnat_rule": {"backend_private_ip", "backend_interface_id"},
	"huaweicloud_waf_domain":            {"address"},
	"huaweicloud_waf_dedicated_domain":  {"address"},
	"huaweicloud_aad_domain":            {"real_server"},
	"huaweicloud_aad_forward_rule":      {"source_ip"},
	"huaweicloud_cdn_domain":            {"origin"},
	"huaweicloud_ga_endpoint":           {"ip_address"},
	"huaweicloud_compute_instance":      {"user_data"}, // a proxy
}

// forwards are the words in the names of arguments that say where calls go, in resource types that nothing is known of.
var forwards = map[string]bool{
	"address": true, "addresses": true, "ip": true, "ips": true, "host": true, "hosts": true, "origin": true, "origins": true,
	"server": true, "servers": true, "target": true, "targets": true, "backend": true, "backends": true, "upstream": true,
	"endpoint": true, "endpoints": true, "data": true, "content": true, "value": true, "values": true, "input": true, "triggers": true,
}

// MayBeFronted reports whether something in the configuration passes calls on to the gateway's private address, or may: a
// member of a load balancer, a rule of a NAT gateway, a firewall, a proxy. A DNS record passes nothing on.
func (c *Config) MayBeFronted(g *Gateway) bool {
	found := Derived(c, frontsIn)
	return c.Open || found.open || slices.ContainsFunc(found.to, func(v cty.Value) bool { return c.mayBeAddressOf(g, v) })
}

// fronts is where calls are passed on to.
type fronts struct {
	to   []cty.Value
	open bool // perhaps elsewhere, too
}

func frontsIn(c *Config) fronts {
	var f fronts
	for _, m := range c.Root.ModuleInstances() {
		for _, res := range m.Module.Resources {
			canonical, known := facts.Canonical(res.Type)
			arguments := forwarding[cmp.Or(canonical, res.Type)]
			if res.Mode != configs.Managed || known && arguments == nil {
				continue
			}
			for _, i := range m.Instances(res) {
				f.gather(c, i.Block(), arguments)
			}
		}
	}
	return f
}

// gather takes in what a block passes calls on to: by the arguments of its type or, where that is not known, by any argument whose
// name says so. What such a one has in writing is taken for the address of something else.
func (f *fronts) gather(c *Config, b *terraform.Block, arguments []string) {
	for n := range b.Args {
		switch arg := &b.Args[n]; {
		case slices.Contains(arguments, arg.Name):
			f.to = append(f.to, arg.Value())
		case arguments == nil && slices.ContainsFunc(strings.Split(arg.Name, "_"), func(word string) bool { return forwards[word] }):
			if v := arg.Value(); !v.IsWhollyKnown() || len(identifiedBy(c.Root.ModuleInstance, v)) > 0 {
				f.to = append(f.to, v)
			}
		}
	}
	f.open = f.open || len(b.Open) > 0
	for _, nested := range b.Nested {
		f.gather(c, nested, arguments)
	}
}

// mayBeAddressOf reports whether a value is, or holds, or may be the private address of a gateway.
func (c *Config) mayBeAddressOf(g *Gateway, v cty.Value) bool {
	if origins := terraform.Origins(v); len(origins) > 0 && !v.IsWhollyKnown() && !terraform.Undecided(v) {
		return slices.ContainsFunc(origins, g.mayBe)
	}
	plain, _ := v.Unmark()
	switch ty := plain.Type(); {
	case plain.IsNull() || ty == cty.Number || ty == cty.Bool:
		return false
	case !plain.IsKnown():
		return !terraform.Sensitive(v)
	case ty == cty.String:
		if known := identifiedBy(c.Root.ModuleInstance, v); len(known) > 0 {
			return slices.ContainsFunc(known, func(origin terraform.Origin) bool { return origin.Instance == g.Instance })
		}
		return g.mayHave(plain.AsString())
	}
	for it := plain.ElementIterator(); it.Next(); {
		if _, element := it.Element(); c.mayBeAddressOf(g, element) {
			return true
		}
	}
	return false
}

// mayBe reports whether an attribute may be the private address of a gateway. What is read, and what the resources of other
// providers hold, may be any.
func (g *Gateway) mayBe(origin terraform.Origin) bool {
	if origin.Instance == g.Instance {
		return origin.Attr == "vpc_ingress_address" || origin.Attr == ""
	}
	res := origin.Instance.Resource
	return res.Mode != configs.Managed || !strings.HasPrefix(res.Type, facts.Home+"_")
}

// mayHave reports whether a text may be the private address of a gateway: it is one of the gateway's subnet, or a name.
func (g *Gateway) mayHave(text string) bool {
	addr, err := netip.ParseAddr(text)
	if err != nil {
		return text != "" && !strings.ContainsAny(text, " \n")
	}
	subnet := g.Subnet.Target()
	if subnet == nil {
		return addr.IsPrivate()
	}
	cidr, _ := subnet.CIDR.Get()
	prefix, err := netip.ParsePrefix(cidr)
	return addr.IsPrivate() && (err != nil || prefix.Contains(addr))
}
