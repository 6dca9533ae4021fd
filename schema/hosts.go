package schema

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// Domain is a domain name that is bound to a group, wherever that is written.
type Domain struct {
	// Group is nil where it is not certain.
	Group *Group
	// Gateway is the gateway of the binding or of the group, nil where it is not certain.
	Gateway *Gateway
	Name    Value[string]
	// HTTP and HTTPS are the ports as they are written, -1 for a protocol that is not offered. They are absent in a
	// group's own block, which cannot set them. HTTPPort and HTTPSPort return what the domain offers.
	HTTP, HTTPS Value[int]
	MinTLS      Value[string]
	ToTLS       Value[bool]
	// Resource is the binding, or the group whose own block binds the domain.
	Resource *Resource
	// Block is the header of the binding block.
	Block hcl.Range

	binding *DomainBinding // nil for a group's own block
}

// String is the address of the resource that binds the domain.
func (d *Domain) String() string { return d.Resource.Address }

// Range is the header of the binding block: what to point at when something is missing.
func (d *Domain) Range() hcl.Range { return d.Block }

// Host returns the name as hosts are compared, and whether it is known.
func (d *Domain) Host() (string, bool) {
	name, ok := d.Name.Get()
	return HostName(name), ok
}

// LabelsFor returns how many labels the star of a wildcard domain stands for in a host that it is above.
func (d *Domain) LabelsFor(host string) int {
	name, _ := d.Host()
	return strings.Count(host, ".") - strings.Count(name, ".") + 1
}

// Domains returns every domain that is bound in the configuration.
func (c *Config) Domains() []*Domain { return c.links.domains().all }

// domains are the domains that are bound in a configuration.
type domains struct {
	all []*Domain
	// of are those that are certainly bound to a group.
	of map[*Group][]*Domain
}

func domainsIn(k *Kinds, bindings inbound[DomainBinding, Group]) domains {
	d := domains{of: map[*Group][]*Domain{}}
	for _, g := range k.Groups {
		d.of[g] = inlineDomains(g)
		d.all = append(d.all, d.of[g]...)
	}
	bound := make(map[*DomainBinding]*Domain, len(k.DomainBindings))
	for _, b := range k.DomainBindings {
		bound[b] = b.domain()
		d.all = append(d.all, bound[b])
	}
	for g, to := range bindings.to {
		for _, b := range to {
			d.of[g] = append(d.of[g], bound[b])
		}
	}
	return d
}

func inlineDomains(g *Group) []*Domain {
	var domains []*Domain
	for _, d := range g.Domains.Certain() {
		domains = append(domains, &Domain{
			Group: g, Gateway: g.Gateway.Target(), Name: d.Name, MinTLS: d.MinTLS, ToTLS: d.ToTLS,
			Resource: g.Resource, Block: d.Range(),
		})
	}
	return domains
}

func (b *DomainBinding) domain() *Domain {
	d := &Domain{
		Group: b.Group.Target(), Gateway: b.Gateway.Target(), Name: b.Name, HTTP: b.HTTPPort, HTTPS: b.HTTPSPort,
		MinTLS: b.MinTLS, ToTLS: b.ToTLS, Resource: b.Resource, Block: b.Range(), binding: b,
	}
	if d.Gateway == nil && d.Group != nil {
		d.Gateway = d.Group.Gateway.Target()
	}
	return d
}

// DomainsOf returns the domains that are bound to a group.
func (c *Config) DomainsOf(g *Group) Set[*Domain] {
	others := reaches[DomainBinding](&c.Kinds, g) || len(c.links.domainsOf.others()) > 0 || !g.Domains.whole || g.Ignores("url_domains")
	return SetOf(c.links.domains().of[g]...).OrOthers(others)
}

// HTTPPort returns the port at which the domain offers HTTP, 0 where it does not, and false where that is not certain.
func (d *Domain) HTTPPort() (port int, certain bool) { return offered(d.HTTP, d.HTTPS, 80) }

// HTTPSPort returns the port at which the domain offers HTTPS, 0 where it does not, and false where that is not certain.
func (d *Domain) HTTPSPort() (port int, certain bool) { return offered(d.HTTPS, d.HTTP, 443) }

// offered returns a protocol's port. The default is certain only where neither port is set: what the service makes of
// one without the other is not documented.
func offered(own, other Value[int], byDefault int) (int, bool) {
	if own.Absent() && other.Absent() {
		return byDefault, true
	}
	port, ok := own.Get()
	return max(port, 0), ok
}

// HostName returns a host name as the gateway compares it: lower case, without the final dot.
func HostName(name string) string { return strings.ToLower(strings.TrimSuffix(name, ".")) }

// NamesFor returns the names that lead to a host when a domain or a DNS record has them: its own and the wildcards
// above it. A wildcard is taken to stand for any number of labels.
func NamesFor(host string) []string {
	names := []string{host}
	for parent, ok := parentOf(host); ok; parent, ok = parentOf(parent) {
		if wildcard := "*." + parent; wildcard != host {
			names = append(names, wildcard)
		}
	}
	return names
}

// parentOf is a host without its first label.
func parentOf(host string) (string, bool) {
	_, parent, ok := strings.Cut(host, ".")
	return parent, ok
}

// HostsOf returns the names that lead to the groups of a gateway, as hosts are compared.
func (c *Config) HostsOf(g *Gateway) Set[string] {
	return Map(FlatMap(c.GroupsOf(g), c.DomainsOf), (*Domain).Host)
}

// Lead reports whether a host is among names, or below a wildcard that is.
func Lead(names Lookup[string], host string) Verdict {
	return SetOf(NamesFor(host)...).Any(names.Contains)
}

// APIsOf returns the APIs of a group.
func (c *Config) APIsOf(g *Group) Set[*API] { return c.links.apisOf.of(g) }

// MayHaveOtherAPIs reports whether a gateway may have an API in a group that is not certain.
func (c *Config) MayHaveOtherAPIs(g *Gateway) bool {
	stray := c.links.strayAPIs()
	return stray[g] || stray[nil] || g.Elsewhere() && len(c.links.apisOf.others()) > 0
}

// strayAPIs returns the gateways that have an API in a group that is not certain. Nil is among them if any gateway may.
func strayAPIs(k *Kinds, in inbound[API, Group]) map[*Gateway]bool {
	of := map[*Gateway]bool{nil: k.mayTrigger}
	for _, api := range in.others() {
		if g := api.Gateway.Target(); g != nil {
			of[g] = true
		}
		if api.Gateway.Loose() {
			of[nil] = true
		}
	}
	return of
}

// debuggingOff is the release since which a group is made without its debugging domain where nothing is written.
const debuggingOff = "1.69.0"

// Debugging reports whether the group can be called by its debugging domain, the one that the platform gives it.
func (g *Group) Debugging() Verdict {
	off := Yes // whether it is off where that is written
	if g.DebuggingDomain.Absent() {
		off = g.Provider.Has(debuggingOff)
	} else if g.Provider.Has(g.Facts.Attrs["domain_access_enabled"].Since) == No {
		off = Unsure // what is written stops the plan, and goes
	}
	switch enabled, ok := g.DebuggingDomain.Or(false); {
	case ok && (enabled || off == No):
		return Yes
	case ok && off == Yes && !g.Ignores("domain_access_enabled"):
		return No
	}
	return Unsure
}

// GroupsOf returns the groups of a gateway.
func (c *Config) GroupsOf(g *Gateway) Set[*Group] {
	if g.Elsewhere() {
		return SetOf(g.groupHere).OrOthers(true)
	}
	return c.links.groupsOf.of(g)
}

// CalledByAddress reports whether the APIs of a gateway can be called by the gateway's address, without a host name
// that leads to their group.
func (c *Config) CalledByAddress(g *Gateway) Verdict {
	verdict, _ := c.FeatureOf(g, "app_route")
	return verdict
}

// Need is a port that callers of an API have to reach.
type Need struct {
	Port     int
	Protocol string // HTTP or HTTPS
	// API is the first one that is called there.
	API *API
	// Domain is the first domain that offers the port, nil where it is the debugging domain or the gateway's address.
	Domain *Domain
}

// Needs returns the ports at which the gateway's APIs are called, each once for the APIs of a group that speak the same
// protocols. What is not certain is not among them, nor are APIs and domains that may have no instance where the gateway has one.
func (c *Config) Needs(g *Gateway) []Need {
	var needs []Need
	for _, group := range c.GroupsOf(g).Certain() {
		needs = append(needs, c.needsOfGroup(g, group)...)
	}
	return needs
}

func (c *Config) needsOfGroup(g *Gateway, group *Group) []Need {
	var offers []Need // without an API
	offered := map[Need]bool{}
	offer := func(port int, protocol string, d *Domain) {
		if at := (Need{Port: port, Protocol: protocol}); port > 0 && !offered[at] {
			offered[at] = true
			at.Domain = d
			offers = append(offers, at)
		}
	}
	for _, d := range c.DomainsOf(group).Certain() {
		if d.Resource.ExistsWith(g.Resource) {
			http, _ := d.HTTPPort()
			https, _ := d.HTTPSPort()
			offer(https, "HTTPS", d)
			offer(http, "HTTP", d)
		}
	}
	if group.Debugging() == Yes || c.CalledByAddress(g) == Yes {
		offer(443, "HTTPS", nil)
		offer(80, "HTTP", nil)
	}
	var needs []Need
	spoken := map[string]bool{}
	for _, api := range c.APIsOf(group).Certain() {
		protocol, _ := api.Protocol.Get()
		if spoken[protocol] || !api.ExistsWith(g.Resource) {
			continue
		}
		spoken[protocol] = true
		for _, need := range offers {
			if protocol == need.Protocol || protocol == "BOTH" || protocol == "GRPCS" && need.Protocol == "HTTPS" {
				need.API = api
				needs = append(needs, need)
			}
		}
	}
	return needs
}

// NeedsAll reports whether [Config.Needs] certainly returns every port at which the APIs of a group are called.
func (c *Config) NeedsAll(g *Gateway, group *Group) bool {
	if group.Debugging() == Unsure || c.CalledByAddress(g) == Unsure {
		return false
	}
	domains, complete := c.DomainsOf(group).All()
	for _, d := range domains {
		_, ok := d.HTTPPort()
		_, also := d.HTTPSPort()
		if !ok || !also || !d.Resource.ExistsWith(g.Resource) {
			return false
		}
	}
	return complete
}

// Bindings are the domains that are bound on a gateway, by their names as hosts are compared.
type Bindings struct {
	Domains map[string][]*Domain
	// MayHaveOthers says that other domains, or other groups, may be bound there.
	MayHaveOthers bool
}

type bindings map[*Gateway]*Bindings

// BoundAt returns the domains that are bound on a gateway. A domain that may have no instance where the gateway has one is among
// the others.
func (c *Config) BoundAt(g *Gateway) *Bindings {
	return Derived(c, func(c *Config) bindings {
		of := bindings{}
		for _, g := range slices.Concat(c.Gateways, c.GatewaysElsewhere()) {
			groups := c.GroupsOf(g)
			b := &Bindings{Domains: map[string][]*Domain{}, MayHaveOthers: groups.MayHaveOthers()}
			for _, group := range groups.Certain() {
				domains := c.DomainsOf(group)
				b.MayHaveOthers = b.MayHaveOthers || domains.MayHaveOthers()
				for _, d := range domains.Certain() {
					if name, ok := d.Host(); ok && d.Resource.ExistsWith(g.Resource) {
						b.Domains[name] = append(b.Domains[name], d)
					} else {
						b.MayHaveOthers = true
					}
				}
			}
			of[g] = b
		}
		return of
	})[g]
}
