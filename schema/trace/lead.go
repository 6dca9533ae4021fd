package trace

import (
	"fmt"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform/address"
)

// host is what the host of a call is to a gateway.
type host struct {
	name string
	// debugging is the group whose debugging domain it is, and own says that it is the gateway's own address.
	debugging *schema.Group
	own       bool
	// hidden says that the name is a debugging domain, of which group is not known.
	hidden bool
	// records are those that lead to the gateway, record the one that the caller gets, nil where there is none.
	records []pointer
	record  *schema.Record
	// private says that it is to the address within the VPC, public the opposite.
	private, public bool
	// domains are the bindings of the name, or of a wildcard above it: wild says so.
	domains []*schema.Domain
	wild    bool
	others  bool // other domains may be bound
}

// pointer is a record that leads to a gateway.
type pointer struct {
	*schema.Record
	private, public bool
}

// lead is a gateway that a call may lead to.
type lead struct {
	gateway *schema.Gateway
	host    host
}

// callee is what says where a call leads.
type callee struct{ target, host, header, from string }

// leads returns the gateways that a call may lead to: the one that the DNS record of its host says, those that the host is bound
// at, or all where the configuration does not tell.
func leads(c *schema.Config, call Call) []lead {
	of := callee{call.Target, call.Host, call.Headers["host"], call.From.Kind}
	return once(&indexed(c).led, of, func() []lead { return lookedUp(c, call) })
}

func lookedUp(c *schema.Config, call Call) []lead {
	if call.Target != "" {
		return targeted(c, call)
	}
	name := call.Host
	if _, address := call.Addr(); address {
		return byAddress(c, call)
	}
	if id, ok := debuggingID(name); ok {
		return debugged(c, name, id)
	}
	found := recorded(c, call)
	if len(found) > 0 {
		return found
	}
	for _, g := range indexed(c).boundAt(name) {
		found = append(found, lead{g, hostOn(c, g, name)})
	}
	if len(found) == 0 {
		for _, g := range possible(c) {
			found = append(found, lead{g, hostOn(c, g, name)})
		}
	}
	return found
}

// possible returns the gateways that a call may come to of which the configuration does not tell: where none is declared, one elsewhere stands
// for all that there may be.
func possible(c *schema.Config) []*schema.Gateway {
	if elsewhere := c.GatewaysElsewhere(); len(c.Gateways) == 0 && len(elsewhere) > 0 {
		return elsewhere[:1]
	}
	return c.Gateways
}

// recorded returns the gateways that the records of a host lead to. Private zones do not lead anybody on the internet, unless
// there is nothing else.
func recorded(c *schema.Config, call Call) []lead {
	var found []lead
	at := map[*schema.Gateway]int{}
	add := func(record *schema.Record) {
		for _, item := range record.Records.Certain() {
			g := c.AddressOf(item)
			if g == nil {
				continue
			}
			private := c.IsPrivateAddress(item)
			i, ok := at[g]
			if !ok {
				i, at[g] = len(found), len(found)
				found = append(found, lead{g, hostOn(c, g, call.Host)})
			}
			h := &found[i].host
			if n := len(h.records); n > 0 && h.records[n-1].Record == record {
				h.records[n-1].private = h.records[n-1].private && private
				h.records[n-1].public = h.records[n-1].public && !private
				continue
			}
			h.records = append(h.records, pointer{record, private, !private})
		}
	}
	records := c.RecordsOf(call.Host)
	for _, record := range records {
		if zone := record.Zone.Target(); call.From.Kind != "internet" || zone == nil || zone.Public() {
			add(record)
		}
	}
	if len(found) == 0 {
		for _, record := range records {
			add(record)
		}
	}
	return found
}

// debuggingID returns the id of the group that a name of the platform's belongs to.
func debuggingID(name string) (string, bool) {
	id, rest, _ := strings.Cut(name, ".")
	return id, strings.HasPrefix(rest, "apic.") && len(id) == 32
}

// debugged returns where a debugging domain leads, which a plan may know.
func debugged(c *schema.Config, name, id string) []lead {
	if group := c.GroupWithID(id); group != nil {
		return []lead{{c.GatewayOf(group), host{name: name, debugging: group}}}
	}
	var all []lead
	for _, g := range possible(c) {
		all = append(all, lead{g, host{name: name, hidden: true}})
	}
	return all
}

// settle chooses the record that the caller gets.
func (w *walk) settle() {
	h := &w.host
	best := -1
	for _, p := range h.records {
		if rank := w.sees(p.Zone.Target()); rank > best {
			best, h.record, h.private, h.public = rank, p.Record, p.private, p.public
		}
	}
}

// sees ranks the zones in which the caller looks a name up: 0 is one that the caller does not see.
func (w *walk) sees(zone *schema.Zone) int {
	switch {
	case zone == nil || zone.Type.Unknown():
		return 1
	case zone.Public():
		return 2
	case w.caller.internet:
		return 0
	}
	return map[schema.Verdict]int{schema.Yes: 3, schema.Unsure: 1}[w.answersIn(zone)]
}

// answersIn reports whether a caller in a VPC sees a private zone.
func (w *walk) answersIn(zone *schema.Zone) schema.Verdict {
	if w.caller.same {
		return w.AnswersIn(zone, nil, w.gateway.VPC)
	}
	return w.AnswersIn(zone, w.caller.vpc, schema.Ref[schema.VPC]{})
}

// targeted returns the gateway that a Terraform address in place of the host means: its own, or that of a group.
func targeted(c *schema.Config, call Call) []lead {
	x := indexed(c)
	if g := x.gateways[call.Target]; g != nil {
		return []lead{{g, byHeader(c, g, call)}}
	}
	if group := x.groups[call.Target]; group != nil {
		return []lead{{c.GatewayOf(group), host{debugging: group}}}
	}
	return nil
}

// byHeader is the host of a call to the gateway's own address, which a Host header may replace.
func byHeader(c *schema.Config, g *schema.Gateway, call Call) host {
	name := call.Headers["host"]
	if name == "" {
		return host{own: true}
	}
	h := hostOn(c, g, schema.HostName(name))
	h.own = true
	return h
}

// byAddress returns the gateway whose address is called, as a plan may know it, or all where that is not known.
func byAddress(c *schema.Config, call Call) []lead {
	if g := c.GatewayAt(call.Host); g != nil {
		return []lead{{g, byHeader(c, g, call)}}
	}
	var all []lead
	for _, g := range possible(c) {
		all = append(all, lead{g, byHeader(c, g, call)})
	}
	return all
}

// hostOn returns what a name is to a gateway. The whole name comes before a wildcard.
func hostOn(c *schema.Config, g *schema.Gateway, name string) host {
	h := host{name: name}
	bound := c.BoundAt(g)
	h.others = bound.MayHaveOthers
	for _, candidate := range schema.NamesFor(name) {
		if h.domains = bound.Domains[candidate]; len(h.domains) > 0 {
			h.wild = candidate != name
			break
		}
	}
	return h
}

// Knows reports whether a configuration says where the host of a call leads: by a domain, by a record, or because it is one of its own
// objects.
func Knows(c *schema.Config, call Call) bool {
	for _, l := range leads(c, call) {
		if l.host.own && call.Target != "" || l.host.debugging != nil || len(l.host.records) > 0 || len(l.host.domains) > 0 {
			return true
		}
	}
	return false
}

// Anywhere returns the places that calls may come from: the internet, the gateways' VPCs, and every other VPC.
func Anywhere(c *schema.Config) []From {
	all := []From{{Kind: "internet"}, {Kind: "gateway-vpc"}}
	own := map[*schema.VPC]bool{}
	for _, g := range c.Gateways {
		own[g.VPC.Target()] = true
	}
	for _, v := range c.VPCs {
		if !own[v] {
			all = append(all, From{Kind: "vpc", Address: v.Address})
		}
	}
	return all
}

// Addresses returns the addresses of what a call can name, by the words of [Call.Named].
func Addresses(c *schema.Config, kind string) []string {
	var all []string
	switch kind {
	case "VPC":
		all = addressesOf(c.VPCs)
	case "subnet":
		all = addressesOf(c.Subnets)
	case "application":
		all = append(addressesOf(c.Applications), addressesOf(c.AppCodes)...)
	case "API":
		all = addressesOf(c.APIs)
	case "backend":
		all = append(addressesOf(c.Channels), addressesOf(c.GraphFunctions)...)
	default:
		all = append(addressesOf(c.Groups), addressesOf(c.Gateways)...)
	}
	return all
}

// Has reports whether a configuration has, or may have, what a call names, by the words of [Call.Named]. What was not read may have any
// address, and an instance that stands for any number of them has every key.
func Has(c *schema.Config, kind, name string) bool {
	return c.Root.Open || slices.ContainsFunc(Addresses(c, kind), func(other string) bool {
		return other == name || strings.Contains(other, "[*]") && address.WithoutKeys(other) == address.WithoutKeys(name)
	})
}

func addressesOf[T fmt.Stringer](objects []T) []string {
	all := make([]string, len(objects))
	for i, o := range objects {
		all[i] = o.String()
	}
	return all
}
