package schema

import (
	"net/netip"
)

// CIDRs answers the address ranges of a VPC, and whether they are all there are.
func (v *VPC) CIDRs() (ranges []netip.Prefix, complete bool) {
	complete = v.Others.Complete
	values := append([]Value[string]{v.CIDR, v.Secondary}, v.Others.Items...)
	for _, value := range values {
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

// Accepted reports whether a peering is accepted, and by which resource. A peering within one account accepts itself.
func (c *Config) Accepted(p *Peering) (Verdict, *Accepter) {
	if p.Tenant.Absent() {
		return Yes, nil
	}
	in := c.links.acceptersOf
	for _, accepter := range in.to[p] {
		switch accept, ok := accepter.Accept.Or(false); {
		case !ok || accepter.Symbolic():
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

// RoutedTo reports whether a VPC has a route through the peering that leads to the peer's addresses. A peer whose
// addresses are not known is reached by any route through the peering.
func (c *Config) RoutedTo(vpc *VPC, p *Peering, peer *VPC) Verdict {
	var ranges []netip.Prefix
	known := false
	if peer != nil {
		ranges, known = peer.CIDRs()
	}
	verdict := No
	if c.Open || len(c.links.routesOf.loose) > 0 || len(c.links.tablesOf.loose) > 0 {
		verdict = Unsure
	}
	consider := func(nextHop Ref[Peering], destination Value[string], symbolic bool) {
		switch leads := leadsTo(nextHop, destination, p, ranges, known); {
		case leads == Yes && !symbolic:
			verdict = Yes
		case leads != No && verdict == No:
			verdict = Unsure
		}
	}
	for _, route := range c.links.routesOf.to[vpc] {
		consider(route.NextHop, route.Destination, route.Symbolic())
	}
	for _, table := range c.links.tablesOf.to[vpc] {
		for _, route := range table.Routes.Items {
			consider(route.NextHop, route.Destination, table.Symbolic())
		}
		if table.Routes.Open && verdict == No {
			verdict = Unsure
		}
	}
	return verdict
}

func leadsTo(nextHop Ref[Peering], destination Value[string], p *Peering, ranges []netip.Prefix, known bool) Verdict {
	switch {
	case nextHop.Target() == nil && nextHop.Loose():
		return Unsure
	case nextHop.Target() != p:
		return No
	case !known:
		return Yes
	}
	text, ok := destination.Get()
	to, err := netip.ParsePrefix(text)
	if !ok || err != nil {
		return Unsure
	}
	for _, r := range ranges {
		if to.Overlaps(r) {
			return Yes
		}
	}
	return No
}
