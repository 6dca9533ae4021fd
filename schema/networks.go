package schema

import (
	"iter"
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
	// all are the routes of a VPC.
	all map[*VPC]Set[Route]
}

type throughKey struct {
	vpc     *VPC
	peering *Peering
}

func networked(k *Kinds, l *links) network {
	n := network{byRange: map[netip.Prefix][]*VPC{}, routes: map[throughKey][]Route{}, all: map[*VPC]Set[Route]{}}
	for _, v := range k.VPCs {
		n.add(v)
		routes := l.routesOfVPC(v)
		n.all[v] = routes
		for _, route := range routes.Certain() {
			key := throughKey{v, route.NextHop.Target()}
			n.routes[key] = append(n.routes[key], route)
		}
	}
	slices.SortFunc(n.ranges, func(a, b netip.Prefix) int { return a.Addr().Compare(b.Addr()) })
	return n
}

// add takes in the ranges of a VPC.
func (n *network) add(v *VPC) {
	ranges := v.CIDRs()
	for _, r := range ranges.Certain() {
		n.byRange[r] = append(n.byRange[r], v)
		n.ranges = append(n.ranges, r)
	}
	if ranges.MayHaveOthers() {
		n.unknown = append(n.unknown, v)
	}
}

// overlapping returns the VPCs with a known range that overlaps another.
func (n network) overlapping(to netip.Prefix) iter.Seq[*VPC] {
	return func(yield func(*VPC) bool) {
		all := func(vpcs []*VPC) bool { return !slices.ContainsFunc(vpcs, func(v *VPC) bool { return !yield(v) }) }
		for bits := range to.Bits() { // the wider ones
			if wider, err := to.Addr().Prefix(bits); err == nil && !all(n.byRange[wider]) {
				return
			}
		}
		first, _ := slices.BinarySearchFunc(n.ranges, to.Addr(), func(r netip.Prefix, a netip.Addr) int { return r.Addr().Compare(a) })
		for i, r := range n.ranges[first:] { // those inside it
			if !to.Contains(r.Addr()) || r.Bits() >= to.Bits() && (i == 0 || n.ranges[first+i-1] != r) && !all(n.byRange[r]) {
				return
			}
		}
	}
}

// VPCWith returns the only VPC that has an address, nil where there is none, or another one may have it.
func (c *Config) VPCWith(addr netip.Addr) *VPC {
	var only *VPC
	for v := range c.links.network().overlapping(netip.PrefixFrom(addr, addr.BitLen())) {
		if only != nil && v != only {
			return nil
		}
		only = v
	}
	if len(c.links.network().unknown) > 0 {
		return nil
	}
	return only
}

// Addresses returns the range of a subnet, and whether it is known.
func (s *Subnet) Addresses() (netip.Prefix, bool) {
	text, ok := s.CIDR.Get()
	prefix, err := netip.ParsePrefix(text)
	return prefix.Masked(), ok && err == nil
}

// subnets are the subnets by their known ranges.
type subnets struct {
	byRange map[netip.Prefix][]*Subnet
	unknown bool // another one may have any range
}

// SubnetWith returns the only subnet that certainly has an address, nil where there is none, or another one may have it.
func (c *Config) SubnetWith(addr netip.Addr) *Subnet {
	all := Derived(c, func(c *Config) subnets {
		of := subnets{byRange: map[netip.Prefix][]*Subnet{}}
		for _, s := range c.Subnets {
			prefix, ok := s.Addresses()
			of.unknown = of.unknown || !ok || s.Symbolic()
			of.byRange[prefix] = append(of.byRange[prefix], s)
		}
		return of
	})
	var found []*Subnet
	for bits := range addr.BitLen() + 1 {
		prefix, _ := addr.Prefix(bits) // these are all lengths
		found = append(found, all.byRange[prefix]...)
	}
	if all.unknown || len(found) != 1 {
		return nil
	}
	return found[0]
}
