package schema

import (
	"net/netip"

	"github.com/hashicorp/hcl/v2"
)

// CustomPort is a port that a gateway opens beside 80 and 443, wherever that is written.
type CustomPort struct {
	Port     Value[int]
	Protocol Value[string]
	// Resource is the port's own, or the gateway whose block opens it.
	Resource *Resource

	at hcl.Range
}

// Range is the header of the port's block.
func (p *CustomPort) Range() hcl.Range { return p.at }

// customPorts are those of a gateway.
type customPorts struct {
	all   Set[*CustomPort]
	first map[int]*CustomPort // by number
}

func customPortsIn(k *Kinds, in inbound[IngressPort, Gateway]) map[*Gateway]customPorts {
	of := make(map[*Gateway]customPorts, len(k.Gateways))
	for _, g := range k.Gateways {
		inBlock := Map(g.Ports.Set, func(p *PortOnGateway) (*CustomPort, bool) {
			return &CustomPort{Port: p.Port, Protocol: p.Protocol, Resource: g.Resource, at: p.Range()}, true
		})
		alone := Map(in.of(g), func(p *IngressPort) (*CustomPort, bool) {
			return &CustomPort{Port: p.Port, Protocol: p.Protocol, Resource: p.Resource, at: p.Range()}, true
		})
		of[g] = newCustomPorts(g, Merge(inBlock, alone).OrOthers(g.Ignores("custom_ingress_ports")))
	}
	return of
}

func newCustomPorts(g *Gateway, all Set[*CustomPort]) customPorts {
	ports := customPorts{all: all, first: map[int]*CustomPort{}}
	for _, p := range all.Certain() {
		number, ok := p.Port.Get()
		if ok && ports.first[number] == nil {
			ports.first[number] = p
		}
		ports.all = ports.all.OrOthers(!ok || !p.Resource.ExistsWith(g.Resource))
	}
	return ports
}

// CustomPorts returns the custom ports of a gateway. There may be others where the number of one is not known.
func (c *Config) CustomPorts(g *Gateway) Set[*CustomPort] { return c.links.customPorts()[g].all }

// CustomPort reports whether a gateway opens a custom port with a number, and returns the first that does. It is Yes
// only where that is one of all ports.
func (c *Config) CustomPort(g *Gateway, number int) (*CustomPort, Verdict) {
	ports := c.links.customPorts()[g]
	switch port := ports.first[number]; {
	case ports.all.MayHaveOthers():
		return port, Unsure
	case port != nil:
		return port, Yes
	}
	return nil, No
}

// GatewaysBehind returns the gateways of a security group. There may be others where one may be of any group.
func (c *Config) GatewaysBehind(group *SecurityGroup) Set[*Gateway] {
	return c.links.gatewaysBehind.of(group)
}

// PortsOf returns the ports that a gateway opens beside 80 and 443, and those of its domains, 0 for what a domain does not
// offer.
func (c *Config) PortsOf(g *Gateway) Set[int] {
	custom := Map(c.CustomPorts(g), func(p *CustomPort) (int, bool) { return p.Port.Get() })
	return Merge(custom, FlatMap(FlatMap(c.GroupsOf(g), c.DomainsOf), (*Domain).ports))
}

// ports returns the ports of a domain, 0 for a protocol that it does not offer.
func (d *Domain) ports() Set[int] {
	http, ok := d.HTTPPort()
	https, too := d.HTTPSPort()
	return SetOf(http, https).OrOthers(!ok || !too)
}

// keptFor returns which range a gateway keeps for itself, by the range of its VPC.
var keptFor = []struct{ vpc, kept netip.Prefix }{
	{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("172.31.32.0/19")},
	{netip.MustParsePrefix("192.0.0.0/8"), netip.MustParsePrefix("172.31.32.0/19")},
	{netip.MustParsePrefix("172.0.0.0/8"), netip.MustParsePrefix("192.168.32.0/19")},
}

// KeptRange returns the range that the gateway keeps for its own parts, and cannot reach anything else in. It is false
// where it is not certain.
func (g *Gateway) KeptRange() (netip.Prefix, bool) {
	vpc := g.VPC.Target()
	if vpc == nil {
		return netip.Prefix{}, false
	}
	text, ok := vpc.CIDR.Get()
	cidr, err := netip.ParsePrefix(text)
	if !ok || err != nil {
		return netip.Prefix{}, false
	}
	for _, k := range keptFor {
		if k.vpc.Contains(cidr.Addr()) {
			return k.kept, true
		}
	}
	return netip.Prefix{}, false
}

// GatewayRoutesOf returns the instance routes of a gateway.
func (c *Config) GatewayRoutesOf(g *Gateway) Set[*GatewayRoutes] {
	return c.links.gatewayRoutesOf.of(g)
}

// ReachedByRoute reports whether the gateway has a route to an address, which it needs for all that lies outside its
// VPC: an entry of huaweicloud_apig_instance_routes.
func (c *Config) ReachedByRoute(g *Gateway, addr netip.Addr) Verdict {
	return c.GatewayRoutesOf(g).Any(func(routes *GatewayRoutes) Verdict {
		return routes.NextHops.OrOthers(routes.Ignores("nexthops")).Any(func(item Value[string]) Verdict {
			text, ok := item.Get()
			to, err := netip.ParsePrefix(text)
			if !ok || err != nil {
				return Unsure
			}
			return verdictOf(to.Contains(addr)).onlyIf(routes.ExistsWith(g.Resource))
		})
	})
}

// PeeringsOf returns the peerings that have the VPC on one side.
func (c *Config) PeeringsOf(v *VPC) Set[*Peering] {
	return Merge(c.links.peeringsFrom.of(v), c.links.peeringsTo.of(v))
}

// Opposite returns the VPC on the other side of the peering, or nil where it is not certain.
func (p *Peering) Opposite(v *VPC) *VPC {
	if p.VPC.Target() == v {
		return p.Peer.Target()
	}
	return p.VPC.Target()
}

// GatewayEndpoint is an address that a gateway calls: that of an API's backend, of a channel's member, or of a variable
// that an API's backend has for its host.
type GatewayEndpoint struct {
	Endpoint
	Gateway *Gateway // nil where it is not certain
	// Resource is the API, the channel, the member, or what holds the variable.
	Resource *Resource
}

// EndpointsOf returns the addresses that a backend is called at: the one of EndpointOf, and those of the variables that
// it has for its host. Their gateway is that of the API, where that is certain.
func (c *Config) EndpointsOf(b *Backend) []GatewayEndpoint {
	all := c.variableEndpoints(b)
	if e, ok := c.EndpointOf(b); ok {
		all = append(all, GatewayEndpoint{Endpoint: e, Resource: b.API.Resource})
	}
	for i := range all {
		all[i].Gateway = b.API.ServingGateway()
	}
	return all
}

// GatewayEndpoints returns the addresses that the gateways of the configuration call, as far as their gateway is
// certain.
func (c *Config) GatewayEndpoints() []GatewayEndpoint {
	return Derived(c, gatewayEndpoints)
}

func gatewayEndpoints(c *Config) []GatewayEndpoint {
	var all []GatewayEndpoint
	for _, api := range c.APIs {
		g := api.ServingGateway()
		if g == nil || !api.ExistsWith(g.Resource) {
			continue
		}
		for _, b := range api.Backends().Certain() {
			all = append(all, c.EndpointsOf(b)...)
		}
	}
	for _, ch := range c.Channels {
		g := ch.Gateway.Target()
		if g == nil || !ch.ExistsWith(g.Resource) {
			continue
		}
		for _, m := range c.MembersOf(ch).Certain() {
			if m.Resource.ExistsWith(g.Resource) {
				all = append(all, GatewayEndpoint{m.Endpoint, g, m.Resource})
			}
		}
	}
	return all
}
