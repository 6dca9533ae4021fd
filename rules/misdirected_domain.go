package rules

import (
	"net/netip"
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// misdirectedDomain finds DNS records that lead a bound domain to somewhere else.
var misdirectedDomain = &lint.Rule{
	ID: "DOM204", Name: "misdirected-domain", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.DomainName,
	Title:     "a DNS record that points a domain name away from its gateway",
	Codes:     []string{"APIG.0101"},
	Symptom:   "if no gateway has the address, the connection times out",
	Elsewhere: true,
	Links:     []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html"},
	Check: lint.Given(func(p *lint.Pass) {
		w := newSignposts(p)
		for _, record := range p.Records {
			host, ok := record.Host()
			if !ok || record.Symbolic() || record.Answers() != schema.Yes {
				continue
			}
			var bound []*bindings
			for _, name := range schema.NamesFor(host) {
				if b := w.bound[name]; b != nil {
					bound = append(bound, b)
				}
			}
			if len(bound) == 0 {
				continue
			}
			for _, value := range record.Records.Certain() {
				w.check(record, value, host, bound)
			}
		}
	}, lint.Of[schema.Record]),
}

// bindings are the domains of one host.
type bindings struct {
	first *schema.Domain
	// ranges are those of the VPCs of the gateways that the domains are bound on.
	ranges schema.Lookup[netip.Prefix]
	// public says that all of these gateways have a public address.
	public bool
}

func (b *bindings) add(d *schema.Domain) {
	var ranges schema.Set[netip.Prefix]
	if vpc := d.Gateway.VPC.Target(); vpc != nil {
		ranges = vpc.CIDRs()
	}
	b.ranges.Add(ranges)
	b.public = b.public && d.Gateway.PublicEntrance() == schema.Yes
}

// signposts is what records are held against.
type signposts struct {
	*lint.Pass
	bound map[string]*bindings // by host
	// complete says that it is certain what every domain is called and which gateway it is bound on.
	complete bool
	// names are those that lead to a gateway.
	names func(*schema.Gateway) schema.Lookup[string]
}

func newSignposts(p *lint.Pass) signposts {
	w := signposts{
		Pass: p, bound: map[string]*bindings{}, complete: true,
		names: memo(func(g *schema.Gateway) schema.Lookup[string] { return schema.LookupOf(p.HostsOf(g)) }),
	}
	for _, d := range p.Domains() {
		host, ok := d.Host()
		if !ok || d.Gateway == nil {
			w.complete = false
			continue
		}
		if w.bound[host] == nil {
			w.bound[host] = &bindings{first: d, ranges: schema.LookupOf(schema.SetOf[netip.Prefix]()), public: true}
		}
		w.bound[host].add(d)
	}
	return w
}

// check reports a value of a record that leads to no gateway that the host's domains are bound on.
func (w signposts) check(record *schema.Record, value schema.Value[string], host string, bound []*bindings) {
	first, shown := bound[0].first, host
	gateway := first.Gateway
	if record.Name.Sensitive() {
		shown = "its domain name"
	}
	var f *lint.Finding
	text, _ := value.Get()
	address, err := netip.ParseAddr(text)
	there, public := w.AddressOf(value), inPublicZone(record)
	switch {
	case there != nil && schema.Lead(w.names(there), host) == schema.No:
		f = w.Reportf(record, value, "%s points %s to %s, where no group has that domain name bound: calls get APIG.0101", record, shown, there)
	case there != nil && public && there.PublicEntrance() == schema.Yes && w.IsPrivateAddress(value):
		gateway = there
		f = w.ReportLevelf(lint.Warning, record, value, "%s points %s to the private address of %s in a public zone: callers on the internet "+
			"do not reach it", record, shown, gateway)
	case there != nil || err != nil:
		return
	case address.IsLoopback() || address.IsUnspecified() || address.IsLinkLocalUnicast() || address.IsMulticast():
		f = w.Reportf(record, value, "%s points %s to an address that no gateway can have: callers do not reach %s", record, shown, gateway)
	case !address.IsPrivate() || !w.complete || !public || w.MayBeServedElsewhere(host):
		return
	case outside(address, bound):
		f = w.ReportLevelf(lint.Warning, record, value, "%s points %s to a private address outside of the VPC of %s: callers on the internet "+
			"do not reach it", record, shown, gateway)
	case !slices.ContainsFunc(bound, func(b *bindings) bool { return !b.public }):
		f = w.ReportLevelf(lint.Warning, record, value, "%s points %s to a private address in a public zone, although %s has a public one: "+
			"callers on the internet do not reach it", record, shown, gateway)
	default:
		return
	}
	entrance := "vpc_ingress_address"
	if public {
		entrance = "ingress_address"
	}
	f.Remedyf("set records = [%s.%s]", gateway, entrance).Relate(first.Block, "%s binds it here", first)
}

func inPublicZone(record *schema.Record) bool {
	zone := record.Zone.Target()
	return zone != nil && zone.Public()
}

// outside reports whether an address certainly is in no VPC of the gateways that the domains are bound on.
func outside(address netip.Addr, bound []*bindings) bool {
	for _, b := range bound {
		for bits := range address.BitLen() + 1 {
			if prefix, err := address.Prefix(bits); err == nil && b.ranges.Contains(prefix) != schema.No {
				return false
			}
		}
	}
	return true
}
