package schema

import (
	"net/netip"
	"slices"
	"strings"
)

// RoutedTo reports whether a VPC has a route through the peering that leads to the peer's addresses. A peer whose
// addresses are not known is reached by any route through the peering. A route that leads through the peering and on to
// a third VPC is no certain answer. Whose subnets use the route is not asked: see [Config.RoutedFrom].
func (c *Config) RoutedTo(vpc *VPC, p *Peering, peer *VPC) Verdict {
	return c.leadTo(c.RoutesThrough(vpc, p), vpc, p, peer)
}

// RoutedFrom reports what [Config.RoutedTo] does of the routes that a subnet of the VPC uses.
func (c *Config) RoutedFrom(s *Subnet, vpc *VPC, p *Peering, peer *VPC) Verdict {
	return c.leadTo(c.usedBy(s, vpc, c.RoutesThrough(vpc, p)), vpc, p, peer)
}

func (c *Config) leadTo(routes Set[Route], vpc *VPC, p *Peering, peer *VPC) Verdict {
	var ranges Set[netip.Prefix]
	if peer != nil {
		ranges = peer.CIDRs()
	}
	return routes.Any(func(route Route) Verdict {
		switch leads := route.leadsTo(p, ranges); {
		case leads == Yes:
			return Yes.onlyIf(route.Certain)
		case leads == Unsure, route.Through(p) != No && c.leadsOn(route, vpc, peer):
			return Unsure
		}
		return No
	})
}

// leadsOn reports whether the route may lead to another VPC than these two.
func (c *Config) leadsOn(route Route, own, peer *VPC) bool {
	to, _ := route.To()
	other := func(v *VPC) bool { return v != own && v != peer }
	if slices.ContainsFunc(c.links.network().unknown, other) {
		return true
	}
	for v := range c.links.network().overlapping(to) {
		if other(v) {
			return true
		}
	}
	return false
}

// Route is a route of a VPC, wherever it is written.
type Route struct {
	Type        Value[string]
	Destination Value[string]
	NextHop     Ref[Peering]
	// Table is the route table that the route stands in, nil for the default one of its VPC.
	Table *RouteTable
	// Certain says that the route exists if its VPC does.
	Certain bool
	// Resource is the route, or the route table that it is in.
	Resource *Resource

	anyTable bool // Table is not certain
}

func (l *links) routesOfVPC(vpc *VPC) Set[Route] {
	alone := Map(l.routesOf.of(vpc), func(r *VPCRoute) (Route, bool) {
		table, certain := r.table()
		return Route{r.Type, r.Destination, r.NextHop, table, r.ExistsWith(vpc.Resource), r.Resource, !certain}, true
	})
	inTables := FlatMap(l.tablesOf.of(vpc), func(table *RouteTable) Set[Route] {
		return Map(table.Routes.Set, func(r *RouteInTable) (Route, bool) {
			return Route{r.Type, r.Destination, r.NextHop, table, table.ExistsWith(vpc.Resource), table.Resource, false}, true
		}).OrOthers(table.Ignores("route"))
	})
	return Merge(alone, inTables)
}

// table returns the route table that the route stands in, nil for the default one, and whether that is certain.
func (r *VPCRoute) table() (*RouteTable, bool) {
	if table := r.Table.Target(); table != nil {
		return table, !r.Table.Loose()
	}
	unwritten := r.Block.Configured().Arg("route_table_id") == nil // of an existing one the id of the default table is known
	return nil, unwritten || r.Table.Absent() || r.Table.Is("")
}

// TableOf returns the route table that packets out of a subnet are looked up in, nil for the default one of its VPC, and whether
// that is certain. Of a subnet that is not known, nil, it is where the VPC has the default one alone.
func (c *Config) TableOf(s *Subnet, vpc *VPC) (*RouteTable, bool) {
	if s == nil {
		only := c.links.tablesOf.of(vpc).Any(func(t *RouteTable) Verdict { return verdictOf(t.Subnets.Empty() != Yes || t.Ignores("subnets")) })
		return nil, only == No
	}
	switch tables, ok := c.links.tablesFor.of(s).All(); {
	case ok && len(tables) == 0:
		return nil, true
	case ok && len(tables) == 1 && tables[0].ExistsWith(s.Resource):
		return tables[0], true
	}
	return nil, false
}

// RoutesFrom returns the routes that packets out of a subnet of a VPC take: those of its table. Where that is not certain, each route of
// the VPC may be one.
func (c *Config) RoutesFrom(s *Subnet, vpc *VPC) Set[Route] { return c.usedBy(s, vpc, c.RoutesOf(vpc)) }

// usedBy returns those of the routes of a VPC that a subnet uses.
func (c *Config) usedBy(s *Subnet, vpc *VPC, routes Set[Route]) Set[Route] {
	table, certain := c.TableOf(s, vpc)
	used := Set[Route]{whole: routes.whole, asked: routes.asked}
	for _, r := range routes.members {
		if certain && !r.anyTable && r.Table != table {
			continue
		}
		r.Certain = r.Certain && certain && !r.anyTable
		used.members = append(used.members, r)
	}
	return used
}

// RoutesThrough returns the routes of a VPC that lead, or may lead, through a peering.
func (c *Config) RoutesThrough(vpc *VPC, p *Peering) Set[Route] {
	n := c.links.network()
	routes := slices.Concat(n.routes[throughKey{vpc, p}], n.routes[throughKey{vpc, nil}])
	return SetOf(routes...).OrOthers(n.all[vpc].MayHaveOthers())
}

// Routed reports whether a route of either VPC certainly leads through the peering, wherever to.
func (c *Config) Routed(p *Peering) bool {
	for _, v := range []*VPC{p.VPC.Target(), p.Peer.Target()} {
		if v != nil && len(c.links.network().routes[throughKey{v, p}]) > 0 {
			return true
		}
	}
	return false
}

// To returns where the route leads.
func (r Route) To() (netip.Prefix, bool) {
	text, ok := r.Destination.Get()
	prefix, err := netip.ParsePrefix(text)
	return prefix.Masked(), ok && err == nil
}

// Through reports whether the route leads through the peering.
func (r Route) Through(p *Peering) Verdict {
	switch {
	case inside[strings.ToLower(text(r.Type))]:
		return No
	case r.NextHop.Target() == p:
		return Yes
	case r.NextHop.Target() != nil:
		return No
	}
	return Unsure
}

// inside are the types of routes whose next hop is not a way to another VPC. Those of er, cc, vpn and dc may lead there without a peering.
var inside = map[string]bool{"ecs": true, "eni": true, "vip": true, "nat": true, "egw": true}

func text(v Value[string]) string {
	s, _ := v.Get()
	return s
}

// leadsTo reports whether the route leads through the peering to one of the ranges, or anywhere if they are not all known.
func (r Route) leadsTo(p *Peering, ranges Set[netip.Prefix]) Verdict {
	through := r.Through(p)
	all, known := ranges.All()
	if through == No || !known {
		return through
	}
	to, ok := r.To()
	switch {
	case !ok:
		return Unsure
	case slices.ContainsFunc(all, to.Overlaps):
		return through
	}
	return No
}
