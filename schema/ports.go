package schema

import (
	"net/netip"
	"slices"

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
	all      []*CustomPort
	first    map[int]*CustomPort // by number
	complete bool
}

// customPortsIn answers the custom ports of each gateway.
func customPortsIn(c *Config, in inbound[IngressPort, Gateway]) map[*Gateway]customPorts {
	of := make(map[*Gateway]customPorts, len(c.Gateways))
	for _, g := range c.Gateways {
		ports := customPorts{
			first:    map[int]*CustomPort{},
			complete: !c.Open && len(in.loose) == 0 && !g.Ports.Open && !g.Ignores("custom_ingress_ports"),
		}
		for _, p := range g.Ports.Items {
			ports.add(g, &CustomPort{Port: p.Port, Protocol: p.Protocol, Resource: g.Resource, at: p.Range()})
		}
		for _, p := range in.to[g] {
			ports.add(g, &CustomPort{Port: p.Port, Protocol: p.Protocol, Resource: p.Resource, at: p.Range()})
		}
		of[g] = ports
	}
	return of
}

func (ports *customPorts) add(g *Gateway, p *CustomPort) {
	ports.all = append(ports.all, p)
	number, ok := p.Port.Get()
	if !ok || !p.Resource.ExistsWith(g.Resource) {
		ports.complete = false
	}
	if ok && ports.first[number] == nil {
		ports.first[number] = p
	}
}

// CustomPorts answers the custom ports of a gateway, and whether these are certainly all.
func (c *Config) CustomPorts(g *Gateway) (ports []*CustomPort, complete bool) {
	of := c.links.customPorts[g]
	return of.all, of.complete
}

// CustomPort answers the first custom port of a gateway with a number, nil where there is none, and whether there are
// certainly no others than those that [Config.CustomPorts] answers.
func (c *Config) CustomPort(g *Gateway, number int) (port *CustomPort, complete bool) {
	of := c.links.customPorts[g]
	return of.first[number], of.complete
}

// keptFor tells which range a gateway keeps for itself, by the range of its VPC.
var keptFor = []struct{ vpc, kept netip.Prefix }{
	{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("172.31.32.0/19")},
	{netip.MustParsePrefix("192.0.0.0/8"), netip.MustParsePrefix("172.31.32.0/19")},
	{netip.MustParsePrefix("172.0.0.0/8"), netip.MustParsePrefix("192.168.32.0/19")},
}

// KeptRange answers the range that the gateway keeps for its own parts, and cannot reach anything else in. It is false
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

// GatewayRoutesOf answers the instance routes of a gateway that are declared here.
func (c *Config) GatewayRoutesOf(g *Gateway) []*GatewayRoutes { return c.links.gatewayRoutesOf.to[g] }

// ReachedByRoute answers whether the gateway has a route to an address, which it needs for all that lies outside its
// VPC: an entry of huaweicloud_apig_instance_routes.
func (c *Config) ReachedByRoute(g *Gateway, addr netip.Addr) Verdict {
	in := c.links.gatewayRoutesOf
	verdict := No
	if c.Open || len(in.loose) > 0 {
		verdict = Unsure
	}
	for _, routes := range in.to[g] {
		if !routes.NextHops.Complete || routes.Ignores("nexthops") {
			verdict = Unsure
		}
		for _, item := range routes.NextHops.Items {
			text, ok := item.Get()
			to, err := netip.ParsePrefix(text)
			switch {
			case !ok || err != nil:
				verdict = Unsure
			case !to.Contains(addr):
			case routes.ExistsWith(g.Resource):
				return Yes
			default:
				verdict = Unsure
			}
		}
	}
	return verdict
}

// PeeringsOf answers the peerings that certainly have the VPC on one side, and whether both sides of every peering are
// certain, so that there are no others.
func (c *Config) PeeringsOf(v *VPC) (peerings []*Peering, complete bool) {
	from, to := c.links.peeringsFrom, c.links.peeringsTo
	return slices.Concat(from.to[v], to.to[v]), !c.Open && len(from.loose) == 0 && len(to.loose) == 0
}

// Opposite answers the VPC on the other side of the peering, or nil where it is not certain.
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

// EndpointsOf answers the addresses that a backend is called at: the one of EndpointOf, and those of the variables that
// it has for its host. Their gateway is that of the API, where that is certain.
func (c *Config) EndpointsOf(b *Backend) []GatewayEndpoint {
	all := c.variableEndpoints(b)
	if e, ok := c.EndpointOf(b); ok {
		all = append(all, GatewayEndpoint{Endpoint: e, Resource: b.API.Resource})
	}
	for i := range all {
		all[i].Gateway = b.API.SoleGateway()
	}
	return all
}

// GatewayEndpoints answers the addresses that the gateways of the configuration call, as far as their gateway is
// certain.
func (c *Config) GatewayEndpoints() []GatewayEndpoint {
	return Derived(c, gatewayEndpoints)
}

func gatewayEndpoints(c *Config) []GatewayEndpoint {
	var all []GatewayEndpoint
	for _, api := range c.APIs {
		g := api.SoleGateway()
		if g == nil || !api.ExistsWith(g.Resource) {
			continue
		}
		backends, _ := api.Backends()
		for _, b := range backends {
			all = append(all, c.EndpointsOf(b)...)
		}
	}
	for _, ch := range c.Channels {
		g := ch.Gateway.Target()
		if g == nil || !ch.ExistsWith(g.Resource) {
			continue
		}
		members, _ := c.MembersOf(ch)
		for _, m := range members {
			if m.Resource.ExistsWith(g.Resource) {
				all = append(all, GatewayEndpoint{m.Endpoint, g, m.Resource})
			}
		}
	}
	return all
}
