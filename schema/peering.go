package schema

import (
	"net/netip"
	"slices"
	"strings"
)

// AllCIDRs answers the values that the ranges of a VPC are written as, those that are unknown or absent among them.
func (v *VPC) AllCIDRs() []Value[string] {
	return append([]Value[string]{v.CIDR, v.Secondary}, v.Others.Items...)
}

// CIDRs answers the address ranges of a VPC, and whether they are all there are.
func (v *VPC) CIDRs() (ranges []netip.Prefix, complete bool) {
	complete = v.Others.Complete && !v.Ignores("secondary_cidrs") && !v.Ignores("secondary_cidr")
	for _, value := range v.AllCIDRs() {
		text, ok := value.Get()
		if !ok {
			complete = complete && value.Absent()
			continue
		}
		prefix, err := netip.ParsePrefix(text)
		if err != nil {
			complete = false
			continue
		}
		ranges = append(ranges, prefix.Masked())
	}
	return ranges, complete
}

// Accepted answers whether a peering is accepted, and by which resource, if there is one. A peering within one account
// accepts itself; one with peer_tenant_id is taken for one between two accounts.
func (c *Config) Accepted(p *Peering) (Verdict, *Accepter) {
	if p.Tenant.Absent() || p.Tenant.Is("") {
		return Yes, nil
	}
	in := c.links.acceptersOf
	for _, accepter := range in.to[p] {
		switch accept, ok := accepter.Accept.Or(false); {
		case !ok || !accepter.ExistsWith(p.Resource):
			return Unsure, accepter
		case accept:
			return Yes, accepter
		default:
			return No, accepter
		}
	}
	if c.Open || len(in.loose) > 0 || p.Tenant.Unknown() {
		return Unsure, nil
	}
	return No, nil
}

// RoutedTo answers whether a VPC has a route through the peering that leads to the peer's addresses. A peer whose
// addresses are not known is reached by any route through the peering. A route that leads through the peering and on to
// a third VPC is no certain answer.
func (c *Config) RoutedTo(vpc *VPC, p *Peering, peer *VPC) Verdict {
	var ranges []netip.Prefix
	known := false
	if peer != nil {
		ranges, known = peer.CIDRs()
	}
	verdict := No
	routes, complete := c.RoutesThrough(vpc, p)
	if !complete {
		verdict = Unsure
	}
	for _, route := range routes {
		switch leads := route.leadsTo(p, ranges, known); {
		case leads == Yes && route.Certain:
			return Yes
		case leads != No || (route.Through(p) != No && c.leadsOn(route, vpc, peer)):
			verdict = Unsure
		}
	}
	return verdict
}

// leadsOn reports whether the route may lead to another VPC than these two.
func (c *Config) leadsOn(route Route, own, peer *VPC) bool {
	to, _ := route.To()
	other := func(v *VPC) bool { return v != own && v != peer }
	return slices.ContainsFunc(c.network.unknown, other) || slices.ContainsFunc(c.network.overlapping(to), other)
}

// Route is a route of a VPC, wherever it is written.
type Route struct {
	Type        Value[string]
	Destination Value[string]
	NextHop     Ref[Peering]
	// Certain says that the route exists if its VPC does.
	Certain bool
}

// routesOf answers the routes of a VPC, and whether its route tables have no others.
func (c *Config) routesOf(vpc *VPC) (routes []Route, complete bool) {
	complete = true
	for _, r := range c.links.routesOf.to[vpc] {
		routes = append(routes, Route{r.Type, r.Destination, r.NextHop, r.ExistsWith(vpc.Resource)})
	}
	for _, table := range c.links.tablesOf.to[vpc] {
		for _, r := range table.Routes.Items {
			routes = append(routes, Route{r.Type, r.Destination, r.NextHop, table.ExistsWith(vpc.Resource)})
		}
		complete = complete && !table.Routes.Open && !table.Ignores("route")
	}
	return routes, complete
}

// RoutesThrough answers the routes of a VPC that lead, or may lead, through a peering, and whether there are certainly no
// others.
func (c *Config) RoutesThrough(vpc *VPC, p *Peering) (routes []Route, complete bool) {
	complete = !c.Open && len(c.links.routesOf.loose) == 0 && len(c.links.tablesOf.loose) == 0 && !c.network.open[vpc]
	return slices.Concat(c.network.routes[throughKey{vpc, p}], c.network.routes[throughKey{vpc, nil}]), complete
}

// To answers where the route leads.
func (r Route) To() (netip.Prefix, bool) {
	text, ok := r.Destination.Get()
	prefix, err := netip.ParsePrefix(text)
	return prefix.Masked(), ok && err == nil
}

// Through answers whether the route leads through the peering.
func (r Route) Through(p *Peering) Verdict {
	switch {
	case r.NextHop.Target() == p:
		return Yes
	case r.NextHop.Target() != nil:
		return No
	case is(r.Type, "", "peering") == No && !otherWays[strings.ToLower(text(r.Type))]:
		return No
	}
	return Unsure
}

// otherWays are the types of routes that may lead to another VPC without a peering.
var otherWays = map[string]bool{"er": true, "cc": true, "vpn": true, "dc": true}

func text(v Value[string]) string {
	s, _ := v.Get()
	return s
}

// leadsTo answers whether the route leads through the peering to one of the ranges, or anywhere if they are not known.
func (r Route) leadsTo(p *Peering, ranges []netip.Prefix, known bool) Verdict {
	through := r.Through(p)
	if through == No || !known {
		return through
	}
	to, ok := r.To()
	switch {
	case !ok:
		return Unsure
	case slices.ContainsFunc(ranges, to.Overlaps):
		return through
	}
	return No
}
