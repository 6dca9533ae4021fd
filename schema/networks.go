package schema

import (
	"net/netip"
	"slices"
)

// network is what the networks of a configuration are looked up by.
type network struct {
	// byRange are the VPCs by each of their known ranges, and ranges all of these in order.
	byRange map[netip.Prefix][]*VPC
	ranges  []netip.Prefix
	// unknown are the VPCs that may have other ranges.
	unknown []*VPC
	// routes are the routes of a VPC by what they lead through; nil is what is not certain.
	routes map[throughKey][]Route
	// open are the VPCs with a route table that may have other routes.
	open map[*VPC]bool
}

type throughKey struct {
	vpc     *VPC
	peering *Peering
}

func networked(c *Config) network {
	n := network{
		byRange: map[netip.Prefix][]*VPC{}, routes: map[throughKey][]Route{}, open: map[*VPC]bool{},
	}
	for _, v := range c.VPCs {
		ranges, complete := v.CIDRs()
		for _, r := range ranges {
			n.byRange[r] = append(n.byRange[r], v)
			n.ranges = append(n.ranges, r)
		}
		if !complete {
			n.unknown = append(n.unknown, v)
		}
		routes, complete := c.routesOf(v)
		n.open[v] = !complete
		for _, route := range routes {
			key := throughKey{v, route.NextHop.Target()}
			n.routes[key] = append(n.routes[key], route)
		}
	}
	slices.SortFunc(n.ranges, func(a, b netip.Prefix) int { return a.Addr().Compare(b.Addr()) })
	return n
}

// overlapping answers the VPCs with a known range that overlaps another.
func (n *network) overlapping(to netip.Prefix) []*VPC {
	var found []*VPC
	for bits := range to.Bits() { // the wider ones
		if wider, err := to.Addr().Prefix(bits); err == nil {
			found = append(found, n.byRange[wider]...)
		}
	}
	first, _ := slices.BinarySearchFunc(n.ranges, to.Addr(), func(r netip.Prefix, a netip.Addr) int { return r.Addr().Compare(a) })
	for i, r := range n.ranges[first:] { // those inside it
		if !to.Contains(r.Addr()) {
			break
		}
		if r.Bits() >= to.Bits() && (i == 0 || n.ranges[first+i-1] != r) {
			found = append(found, n.byRange[r]...)
		}
	}
	return found
}

// VPCsWith answers the VPCs that certainly have an address, and whether there are certainly no others.
func (c *Config) VPCsWith(addr netip.Addr) (vpcs []*VPC, complete bool) {
	return c.network.overlapping(netip.PrefixFrom(addr, addr.BitLen())), len(c.network.unknown) == 0
}
