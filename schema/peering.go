package schema

import (
	"net/netip"
	"slices"
)

// AllCIDRs returns the values that the ranges of a VPC are written as, those that are unknown or absent among them.
func (v *VPC) AllCIDRs() Set[Value[string]] { return Merge(SetOf(v.CIDR, v.Secondary), v.Others.Set) }

// CIDRs returns the address ranges of a VPC.
func (v *VPC) CIDRs() Set[netip.Prefix] {
	ranges := FlatMap(v.AllCIDRs(), func(value Value[string]) Set[netip.Prefix] {
		if value.Absent() {
			return SetOf[netip.Prefix]()
		}
		text, ok := value.Get()
		prefix, err := netip.ParsePrefix(text)
		if !ok || err != nil {
			return Set[netip.Prefix]{}
		}
		return SetOf(prefix.Masked())
	})
	return ranges.OrOthers(v.Ignores("secondary_cidrs") || v.Ignores("secondary_cidr"))
}

// Accepted reports whether a peering is accepted, and by which resource, if there is one. A peering within one account
// accepts itself; one with peer_tenant_id is taken for one between two accounts.
func (c *Config) Accepted(p *Peering) (Verdict, *Accepter) {
	if p.Tenant.Absent() || p.Tenant.Is("") {
		return Yes, nil
	}
	accepters := c.links.acceptersOf.of(p)
	if certain := accepters.Certain(); len(certain) > 0 {
		accepter := certain[0]
		accept, ok := accepter.Accept.Or(false)
		if !ok || !accepter.ExistsWith(p.Resource) {
			return Unsure, accepter
		}
		return verdictOf(accept), accepter
	}
	if accepters.Empty() == Unsure || p.Tenant.Unknown() {
		return Unsure, nil
	}
	return No, nil
}

// Pair returns the two VPCs that the peering certainly joins, the same for both directions. Of one that may not exist nothing is
// certain.
func (p *Peering) Pair() ([2]*VPC, bool) {
	own, peer := p.VPC.Target(), p.Peer.Target()
	if own == nil || peer == nil || own == peer || p.VPC.Loose() || p.Peer.Loose() || p.Symbolic() || own.Symbolic() || peer.Symbolic() {
		return [2]*VPC{}, false
	}
	if own.Address > peer.Address {
		own, peer = peer, own
	}
	return [2]*VPC{own, peer}, true
}

// maxTwins is how many peerings are looked at for one that joins the same two VPCs. Where there are more, one may be.
const maxTwins = 16

// Twins returns the other peerings that join, or may join, the same two VPCs.
func (c *Config) Twins(p *Peering) Set[*Peering] {
	of := Derived(c, pairedPeerings)
	alike := of.unpaired
	if pair, ok := p.Pair(); ok {
		alike = slices.Concat(of.paired[pair], of.unpaired)
	} else {
		for _, v := range []*VPC{p.VPC.Target(), p.Peer.Target()} {
			if v != nil {
				alike = slices.Concat(alike, of.around[v])
			}
		}
	}
	if len(alike) > maxTwins {
		return Set[*Peering]{}
	}
	seen := map[*Peering]bool{p: true}
	return SetOf(alike...).Where(func(other *Peering) Verdict {
		first := !seen[other]
		seen[other] = true
		return verdictOf(first && (mayMean(p.VPC, other.VPC) && mayMean(p.Peer, other.Peer) || mayMean(p.VPC, other.Peer) && mayMean(p.Peer, other.VPC)))
	})
}

// pairs are the peerings by what they join.
type pairs struct {
	paired   map[[2]*VPC][]*Peering
	around   map[*VPC][]*Peering // of those that are paired
	unpaired []*Peering
}

func pairedPeerings(c *Config) pairs {
	of := pairs{paired: map[[2]*VPC][]*Peering{}, around: map[*VPC][]*Peering{}}
	for _, p := range c.Peerings {
		pair, ok := p.Pair()
		if !ok {
			of.unpaired = append(of.unpaired, p)
			continue
		}
		of.paired[pair] = append(of.paired[pair], p)
		of.around[pair[0]] = append(of.around[pair[0]], p)
		of.around[pair[1]] = append(of.around[pair[1]], p)
	}
	return of
}

// mayMean reports whether two references may mean one object.
func mayMean[T any](a, b Ref[T]) bool {
	if a.Target() != nil && b.Target() != nil && a.Target() == b.Target() || a.Loose() || b.Loose() {
		return true
	}
	id, known := a.Get()
	other, too := b.Get()
	return a.Target() == nil && b.Target() == nil && (!known || !too || id == other)
}
