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
	Name  Value[string]
	// HTTP and HTTPS are the ports that the domain offers: 80 and 443 where nothing is set, -1 for a protocol that is
	// not offered. They are absent in a group's own block, which cannot set them.
	HTTP, HTTPS Value[int]
	MinTLS      Value[string]
	ToTLS       Value[bool]
	// Resource is the binding, or the group whose own block binds the domain.
	Resource *Resource
	// Range is the header of the binding block.
	Range hcl.Range
}

// Domains answers every domain that is bound in the configuration.
func (c *Config) Domains() []*Domain {
	var domains []*Domain
	for _, g := range c.Groups {
		domains = append(domains, inlineDomains(g)...)
	}
	for _, b := range c.DomainBindings {
		domains = append(domains, b.domain())
	}
	return domains
}

func inlineDomains(g *Group) []*Domain {
	var domains []*Domain
	for _, d := range g.Domains.Items {
		domains = append(domains, &Domain{
			Group: g, Name: d.Name, MinTLS: d.MinTLS, ToTLS: d.ToTLS, Resource: g.Resource, Range: d.Range(),
		})
	}
	return domains
}

func (b *DomainBinding) domain() *Domain {
	return &Domain{
		Group: b.Group.Target(), Name: b.Name, HTTP: b.HTTPPort, HTTPS: b.HTTPSPort, MinTLS: b.MinTLS, ToTLS: b.ToTLS,
		Resource: b.Resource, Range: b.Range(),
	}
}

// DomainsOf answers the domains that are bound to a group, and whether there are certainly no others.
func (c *Config) DomainsOf(g *Group) (domains []*Domain, complete bool) {
	domains = inlineDomains(g)
	for _, b := range c.links.domainsOf.to[g] {
		domains = append(domains, b.domain())
	}
	return domains, !c.Open && len(c.links.domainsOf.loose) == 0 && !g.Domains.Open
}

// Ports answers the ports at which the domain offers HTTP and HTTPS: 0 for a protocol that it does not offer. It is
// false where they are not certain.
func (d *Domain) Ports() (http, https int, certain bool) {
	http, ok := d.HTTP.Or(80)
	https, also := d.HTTPS.Or(443)
	if !ok || !also {
		return 0, 0, false
	}
	return max(http, 0), max(https, 0), true
}

// HostName answers a host name as the gateway compares it: lower case, without the final dot.
func HostName(name string) string { return strings.ToLower(strings.TrimSuffix(name, ".")) }

// APIsOf answers the APIs of a group.
func (c *Config) APIsOf(g *Group) []*API { return c.links.apisOf.to[g] }

// AllAPIsOf answers the APIs of a group, and whether there are certainly no others.
func (c *Config) AllAPIsOf(g *Group) (apis []*API, complete bool) {
	in := c.links.apisOf
	return in.to[g], !c.Open && len(in.loose) == 0
}

// GroupsOf answers the groups of a gateway, and whether there are certainly no others.
func (c *Config) GroupsOf(g *Gateway) (groups []*Group, complete bool) {
	in := c.links.groupsOf
	return in.to[g], !c.Open && len(in.loose) == 0
}

// FeatureOf answers whether a feature of a gateway is on, and the resource that says so, if there is one. It is Unsure
// where several may say so.
func (c *Config) FeatureOf(g *Gateway, name string) (Verdict, *Feature) {
	in := c.links.featuresOf
	var found []*Feature
	doubt := false
	for _, f := range in.to[g] {
		switch declared, ok := f.Name.Get(); {
		case !ok:
			doubt = true
		case declared == name:
			found = append(found, f)
		}
	}
	for _, f := range in.loose {
		if declared, ok := f.Name.Get(); !ok || declared == name {
			doubt = true
		}
	}
	switch {
	case len(found) == 0 && (doubt || c.Open):
		return Unsure, nil
	case len(found) == 0:
		return No, nil
	case doubt || len(found) > 1 || found[0].Symbolic():
		return Unsure, found[0]
	}
	switch enabled, known := found[0].Enabled.Or(false); {
	case !known:
		return Unsure, found[0]
	case enabled:
		return Yes, found[0]
	}
	return No, found[0]
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
	API      *API
	// Domain is the domain that offers the port, nil where it is the debugging domain or the gateway's address.
	Domain *Domain
}

// Needs answers the ports at which the gateway's APIs and domains are called. What is not certain is not among them.
func (c *Config) Needs(g *Gateway) []Need {
	var needs []Need
	for _, group := range c.links.groupsOf.to[g] {
		needs = append(needs, c.needsOfGroup(g, group)...)
	}
	return needs
}

func (c *Config) needsOfGroup(g *Gateway, group *Group) []Need {
	type offer struct {
		http, https int
		domain      *Domain
	}
	var offers []offer
	domains, _ := c.DomainsOf(group)
	for _, d := range domains {
		if http, https, ok := d.Ports(); ok {
			offers = append(offers, offer{http, https, d})
		}
	}
	if group.DebuggingDomain.Is(true) || c.CalledByAddress(g) == Yes {
		offers = append(offers, offer{http: 80, https: 443})
	}
	var needs []Need
	for _, api := range c.APIsOf(group) {
		protocol, _ := api.Protocol.Get()
		for _, o := range offers {
			if o.https > 0 && slices.Contains([]string{"HTTPS", "BOTH", "GRPCS"}, protocol) {
				needs = append(needs, Need{o.https, "HTTPS", api, o.domain})
			}
			if o.http > 0 && slices.Contains([]string{"HTTP", "BOTH"}, protocol) {
				needs = append(needs, Need{o.http, "HTTP", api, o.domain})
			}
		}
	}
	return needs
}
