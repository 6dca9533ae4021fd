package schema

import (
	"strings"

	"github.com/apiglint/apiglint/schema/terraform"
)

// names are the DNS zones and records of a configuration by the names that they have.
type names struct {
	zones map[string]*Zone
	// publicZones are the zones that decide for callers on the internet. Where looseZones says so, there may be others.
	publicZones map[string]*Zone
	looseZones  bool
	// answers is whether any record of a name gives callers an address, and delegated are the names that name servers may
	// leave to others.
	answers map[string]Verdict
	// publicly is the same without the records of private zones.
	publicly  map[string]Verdict
	delegated map[string]bool
	// public is the first record of a name that leads callers to a public address.
	public map[string]*Record
	// above are the names that a record lies below.
	above map[string]bool
	// loose are the records whose whole name is not certain.
	loose []*Record
}

func namesIn(k *Kinds) names {
	n := names{
		zones: map[string]*Zone{}, publicZones: map[string]*Zone{}, answers: map[string]Verdict{}, publicly: map[string]Verdict{},
		delegated: map[string]bool{}, public: map[string]*Record{}, above: map[string]bool{},
	}
	for _, z := range k.Zones {
		name, ok := z.Name.Get()
		n.looseZones = n.looseZones || !ok || z.Type.Unknown()
		if ok && !z.Symbolic() && z.Public() && n.publicZones[HostName(name)] == nil {
			n.publicZones[HostName(name)] = z
		}
		if !ok || z.Symbolic() || n.zones[HostName(name)] != nil || !z.decides() {
			continue
		}
		n.zones[HostName(name)] = z
	}
	for _, r := range k.Records {
		host, ok := r.Host()
		if !ok {
			n.loose = append(n.loose, r)
			continue
		}
		n.add(r, host)
		for parent, ok := parentOf(host); ok; parent, ok = parentOf(parent) {
			n.above[parent] = true
		}
	}
	return n
}

func (n *names) add(r *Record, host string) {
	answers := r.Answers()
	if answers == Yes && r.Symbolic() {
		answers = Unsure
	}
	note := func(in map[string]Verdict) {
		if before, ok := in[host]; !ok || before != Yes && answers != No {
			in[host] = answers
		}
	}
	note(n.answers)
	if zone := r.Zone.Target(); zone == nil || is(zone.Type, "public", "private") != Yes {
		note(n.publicly)
	}
	if is(r.Type, "", "NS") != No {
		n.delegated[host] = true
	}
	if first := n.public[host]; r.leadsOutside() && (first == nil || terraform.CompareRanges(r.Name.Range(), first.Name.Range()) < 0) {
		n.public[host] = r
	}
}

// Host returns the whole name of the record as hosts are compared. A name without a final dot may be relative to its
// zone, so it is certain only where the zone's name is.
func (r *Record) Host() (string, bool) {
	written, ok := r.Name.Get()
	if !ok {
		return "", false
	}
	host := HostName(written)
	if strings.HasSuffix(written, ".") {
		return host, true
	}
	zone := r.Zone.Target()
	if zone == nil {
		return "", false
	}
	name, ok := zone.Name.Get()
	if !ok {
		return "", false
	}
	if suffix := HostName(name); host != suffix && !strings.HasSuffix(host, "."+suffix) {
		host += "." + suffix
	}
	return host, true
}

// Answers tells whether callers get an address from the record: it is on, and of a type that leads to one.
func (r *Record) Answers() Verdict {
	return all(is(r.Type, "", "A", "AAAA", "CNAME"), is(r.Status, "ENABLE", "ENABLE"))
}

// decides reports whether a name that the zone does not hold certainly does not exist. A private zone may ask the
// public one.
func (z *Zone) decides() bool { return z.Public() || is(z.Pattern, "AUTHORITY", "AUTHORITY") == Yes }

// ZoneOf returns the declared zone that decides on a host, the one with the longest name, or nil.
func (c *Config) ZoneOf(host string) *Zone {
	for ok := true; ok; host, ok = parentOf(host) {
		if zone := c.links.names().zones[host]; zone != nil {
			return zone
		}
	}
	return nil
}

// KnowsZones reports whether the name and the type of every declared zone are known.
func (c *Config) KnowsZones() bool { return !c.links.names().looseZones }

// PublicZoneOf returns the declared zone that decides on a host for callers on the internet, or nil. It is nil, too, where a
// private zone has a longer name: that a host of it is not public is meant.
func (c *Config) PublicZoneOf(host string) *Zone {
	if c.links.names().looseZones {
		return nil
	}
	for ok := true; ok; host, ok = parentOf(host) {
		if zone := c.links.names().publicZones[host]; zone != nil || c.links.names().zones[host] != nil {
			return zone
		}
	}
	return nil
}

// AddressOf returns the gateway whose address a value certainly is: one of its own, or that of the EIP it is given. It
// is nil where there is none.
func (c *Config) AddressOf(v Value[string]) *Gateway {
	if origin, ok := SingleOrigin(v.raw()); ok {
		return c.gatewayAt(origin)
	}
	var found *Gateway
	for _, origin := range identifiedBy(c.Root.ModuleInstance, v.raw()) {
		switch g := c.gatewayAt(origin); {
		case g == nil || found != nil && found != g:
			return nil
		default:
			found = g
		}
	}
	return found
}

// gatewayAt returns the gateway whose address an attribute certainly is, or nil.
func (c *Config) gatewayAt(origin terraform.Origin) *Gateway {
	switch object := c.objects[origin.Instance].(type) {
	case *Gateway:
		if origin.Attr == "ingress_address" || origin.Attr == "vpc_ingress_address" {
			return object
		}
	case *EIP:
		if holders := c.links.gatewaysOfEIP.to[object]; origin.Attr == "address" && len(holders) == 1 {
			return holders[0]
		}
	}
	return nil
}

// IsPrivateAddress reports whether a value is certainly the private address of a gateway.
func (c *Config) IsPrivateAddress(v Value[string]) bool {
	origin, ok := OriginOf(c.Root.ModuleInstance, v.raw())
	return ok && origin.Attr == "vpc_ingress_address" && c.gatewayAt(origin) != nil
}

// Resolves reports whether a DNS record in the configuration gives callers an address for a host. A wildcard resolves
// when anything below it does.
func (c *Config) Resolves(host string) Verdict { return c.resolves(host, c.links.names().answers) }

// ResolvesPublicly is [Config.Resolves] for callers on the internet, who do not see private zones.
func (c *Config) ResolvesPublicly(host string) Verdict {
	return c.resolves(host, c.links.names().publicly)
}

// AnswersIn reports whether callers in a VPC see a zone: a public one everywhere, a private one in the VPCs that it is for. The VPC may
// be one that is not certain, by the reference to it.
func (c *Config) AnswersIn(z *Zone, vpc *VPC, named Ref[VPC]) Verdict {
	if z.Public() {
		return Yes
	}
	elsewhere := c.Declares("_dns_private_zone_associate") || z.Ignores("router") || z.Type.Unknown()
	return z.Routers.OrOthers(elsewhere).Any(func(r *ZoneRouter) Verdict {
		target := r.VPC.Target()
		switch {
		case target != nil && target == vpc, vpc == nil && r.VPC.means(named):
			return Yes
		case target == nil || vpc == nil:
			return Unsure
		}
		return No
	})
}

// means reports whether two references certainly are the same text, or the same attribute of one object.
func (r Ref[T]) means(other Ref[T]) bool {
	text, known := r.Get()
	same, too := other.Get()
	if known && too {
		return text == same
	}
	origin, one := SingleOrigin(r.raw())
	second, also := SingleOrigin(other.raw())
	return one && also && origin == second
}

// GatewayAt returns the gateway whose address a text is, as a plan knows it, or nil.
func (c *Config) GatewayAt(address string) *Gateway {
	for _, origin := range c.Root.Identified(address) {
		if g := c.gatewayAt(origin); g != nil {
			return g
		}
	}
	return nil
}

// GroupWithID returns the group whose id a text is, as a plan knows it, or nil.
func (c *Config) GroupWithID(id string) *Group {
	for _, origin := range c.Root.Identified(id) {
		if g, ok := c.objects[origin.Instance].(*Group); ok && origin.Attr == "id" {
			return g
		}
	}
	return nil
}

// recordsByHost are the records that certainly answer, by their whole names.
type recordsByHost map[string][]*Record

// RecordsOf returns the records that certainly answer for a host, those of wildcards above it among them where none has the host
// itself, in the order of the configuration.
func (c *Config) RecordsOf(host string) []*Record {
	of := Derived(c, func(c *Config) recordsByHost {
		of := recordsByHost{}
		for _, r := range c.Records {
			if name, ok := r.Host(); ok && r.Answers() == Yes && !r.Symbolic() {
				of[name] = append(of[name], r)
			}
		}
		return of
	})
	for _, name := range NamesFor(host) {
		if len(of[name]) > 0 {
			return of[name]
		}
	}
	return nil
}

func (c *Config) resolves(host string, by map[string]Verdict) Verdict {
	n := c.links.names()
	answers := SetOf(NamesFor(host)...).OrOthers(c.MayBeServedElsewhere(host) || len(n.loose) > 0).Any(func(name string) Verdict {
		if answers, ok := by[name]; ok {
			return answers
		}
		return No
	})
	below, wildcard := strings.CutPrefix(host, "*.")
	if answers == No && (wildcard && n.above[below] || n.delegates(host)) {
		return Unsure
	}
	return answers
}

// delegates reports whether the name servers of a zone may leave a host, or a name above it, to others.
func (n names) delegates(host string) bool {
	for ok := true; ok; host, ok = parentOf(host) {
		if n.delegated[host] {
			return true
		}
	}
	return false
}
