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
	return c.mayFront(g) || found.open || found.instances[g.Instance] || found.addresses.within(g)
}

// fronts is where calls are passed on to.
type fronts struct {
	instances map[*terraform.Instance]bool // at their private addresses
	addresses hosts                        // as they are written
	open      bool                         // perhaps anywhere else, too
}

// hosts are addresses, sorted.
type hosts []netip.Addr

// within reports whether one of them may be the private address of a gateway: it is one of the gateway's subnet.
func (a hosts) within(g *Gateway) bool {
	prefix := netip.Prefix{}
	if subnet := g.Subnet.Target(); subnet != nil {
		cidr, _ := subnet.CIDR.Get()
		prefix, _ = netip.ParsePrefix(cidr)
	}
	if !prefix.IsValid() {
		return len(a) > 0
	}
	first, _ := slices.BinarySearchFunc(a, prefix.Masked().Addr(), netip.Addr.Compare)
	return first < len(a) && prefix.Contains(a[first])
}

func frontsIn(c *Config) fronts {
	f := fronts{instances: map[*terraform.Instance]bool{}}
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
	slices.SortFunc(f.addresses, netip.Addr.Compare)
	return f
}

// gather takes in what a block passes calls on to: by the arguments of its type or, where that is not known, by any argument whose
// name says so. What such a one has in writing is taken for the address of something else.
func (f *fronts) gather(c *Config, b *terraform.Block, arguments []string) {
	for n := range b.Args {
		switch arg := &b.Args[n]; {
		case slices.Contains(arguments, arg.Name):
			f.add(c, arg.Value())
		case arguments == nil && slices.ContainsFunc(strings.Split(arg.Name, "_"), func(word string) bool { return forwards[word] }):
			if v := arg.Value(); !v.IsWhollyKnown() || len(identifiedBy(c.Root.ModuleInstance, v)) > 0 {
				f.add(c, v)
			}
		}
	}
	f.open = f.open || len(b.Open) > 0
	for _, nested := range b.Nested {
		f.gather(c, nested, arguments)
	}
}

// add takes in a value that is, or holds, or may be the private address of a gateway.
func (f *fronts) add(c *Config, v cty.Value) {
	if origins := terraform.Origins(v); len(origins) > 0 && !v.IsWhollyKnown() && !terraform.Undecided(v) {
		for _, origin := range origins {
			f.from(origin)
		}
		return
	}
	plain, _ := v.Unmark()
	switch ty := plain.Type(); {
	case plain.IsNull() || ty == cty.Number || ty == cty.Bool:
	case !plain.IsKnown():
		f.open = f.open || !terraform.Sensitive(v)
	case ty == cty.String:
		known := identifiedBy(c.Root.ModuleInstance, v)
		for _, origin := range known {
			f.instances[origin.Instance] = true
		}
		if len(known) == 0 {
			f.text(plain.AsString())
		}
	default:
		for it := plain.ElementIterator(); it.Next(); {
			_, element := it.Element()
			f.add(c, element)
		}
	}
}

// from takes in what an attribute is. What is read, and what the resources of other providers hold, may be any address.
func (f *fronts) from(origin terraform.Origin) {
	switch res := origin.Instance.Resource; {
	case res.Mode != configs.Managed || !strings.HasPrefix(res.Type, facts.Home+"_"):
		f.open = true
	case origin.Attr == "vpc_ingress_address" || origin.Attr == "":
		f.instances[origin.Instance] = true
	}
}

// text takes in a text that is a private address, or a name, which may lead anywhere.
func (f *fronts) text(text string) {
	addr, err := netip.ParseAddr(text)
	switch {
	case err == nil && addr.IsPrivate():
		f.addresses = append(f.addresses, addr)
	case err != nil:
		f.open = f.open || text != "" && !strings.ContainsAny(text, " \n")
	}
}
