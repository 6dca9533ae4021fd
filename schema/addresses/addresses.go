// Package addresses has sets of IP addresses.
package addresses

import (
	"net/netip"
	"slices"
	"strings"
)

// Set is a set of IP addresses. The zero Set is empty.
type Set struct {
	spans []span // sorted, and neither overlapping nor adjacent
}

// span is all addresses of one family from one to another, both included.
type span struct{ from, to netip.Addr }

// Parse reads what access control lists hold: an address, a network, or a range from-to. A network may have
// host bits.
func Parse(text string) (Set, bool) {
	if prefix, err := netip.ParsePrefix(text); err == nil {
		prefix = prefix.Masked()
		return newSet(span{prefix.Addr(), lastOf(prefix)}), true
	}
	low, high, isRange := strings.Cut(text, "-")
	from, err := netip.ParseAddr(strings.TrimSpace(low))
	if err != nil || from.Zone() != "" {
		return Set{}, false
	}
	to := from
	if isRange {
		to, err = netip.ParseAddr(strings.TrimSpace(high))
		if err != nil || to.Zone() != "" || to.BitLen() != from.BitLen() || to.Less(from) {
			return Set{}, false
		}
	}
	return newSet(span{from, to}), true
}

// lastOf returns the highest address of a masked network.
func lastOf(prefix netip.Prefix) netip.Addr {
	bytes := prefix.Addr().AsSlice()
	for bit := prefix.Bits(); bit < len(bytes)*8; bit++ {
		bytes[bit/8] |= 0x80 >> (bit % 8)
	}
	last, _ := netip.AddrFromSlice(bytes) // as long as the address it was made from
	return last
}

func newSet(spans ...span) Set {
	for i, s := range spans {
		if s.from.Is4In6() && s.to.Is4In6() {
			spans[i] = span{s.from.Unmap(), s.to.Unmap()}
		}
	}
	slices.SortFunc(spans, func(a, b span) int { return a.from.Compare(b.from) })
	var set Set
	for _, s := range spans {
		n := len(set.spans)
		if n > 0 && set.spans[n-1].touches(s) {
			if set.spans[n-1].to.Less(s.to) {
				set.spans[n-1].to = s.to
			}
			continue
		}
		set.spans = append(set.spans, s)
	}
	return set
}

// touches reports whether a later span overlaps s or follows it without a gap. IPv4 sorts before IPv6, and nothing
// follows the last address of a family.
func (s span) touches(later span) bool {
	if s.to.BitLen() != later.from.BitLen() {
		return false
	}
	return !s.to.Less(later.from) || s.to.Next() == later.from
}

// Union returns the addresses that are in any of the sets, in time that grows with their spans as sorting does.
func Union(sets ...Set) Set {
	var spans []span
	for _, s := range sets {
		spans = append(spans, s.spans...)
	}
	return newSet(spans...)
}

// Everything returns every address of both families.
func Everything() Set { return Union(everyIPv4, everyIPv6) }

// Intersect returns the addresses that are in both sets.
func (s Set) Intersect(other Set) Set {
	var both Set
	for i, j := 0, 0; i < len(s.spans) && j < len(other.spans); {
		common := s.spans[i]
		if common.from.Less(other.spans[j].from) {
			common.from = other.spans[j].from
		}
		if other.spans[j].to.Less(common.to) {
			common.to = other.spans[j].to
		}
		if !common.to.Less(common.from) {
			both.spans = append(both.spans, common)
		}
		if s.spans[i].to.Less(other.spans[j].to) {
			i++
		} else {
			j++
		}
	}
	return both
}

// Without returns the addresses of the set that are not in another one.
func (s Set) Without(other Set) Set {
	var left Set
	next := 0
	for _, own := range s.spans {
		for next < len(other.spans) && other.spans[next].to.Less(own.from) {
			next++
		}
		rest := true
		for _, taken := range other.spans[next:] {
			if own.to.Less(taken.from) {
				break
			}
			if own.from.Less(taken.from) {
				left.spans = append(left.spans, span{own.from, taken.from.Prev()})
			}
			if rest = taken.to.Less(own.to); !rest {
				break
			}
			own.from = taken.to.Next()
		}
		if rest {
			left.spans = append(left.spans, own)
		}
	}
	return left
}

// String lists the set's ranges. Equal sets have equal texts.
func (s Set) String() string {
	texts := make([]string, len(s.spans))
	for i, each := range s.spans {
		texts[i] = each.from.String() + "-" + each.to.String()
	}
	return strings.Join(texts, ",")
}

// Empty reports whether no address is in the set.
func (s Set) Empty() bool { return len(s.spans) == 0 }

// Contains reports whether every address of another set is in the set.
func (s Set) Contains(other Set) bool {
	i := 0
	for _, want := range other.spans {
		for i < len(s.spans) && s.spans[i].to.Less(want.from) {
			i++
		}
		if i == len(s.spans) || want.from.Less(s.spans[i].from) || s.spans[i].to.Less(want.to) {
			return false
		}
	}
	return true
}

// Overlaps reports whether an address is in both sets.
func (s Set) Overlaps(other Set) bool {
	return slices.ContainsFunc(s.spans, func(own span) bool {
		return slices.ContainsFunc(other.spans, func(o span) bool {
			return own.from.BitLen() == o.from.BitLen() && !own.to.Less(o.from) && !o.to.Less(own.from)
		})
	})
}

// everyIPv4 and everyIPv6 are all addresses of a family.
var (
	everyIPv4, _ = Parse("0.0.0.0/0")
	everyIPv6, _ = Parse("::/0")
)

// EveryIPv4 reports whether every IPv4 address is in the set.
func (s Set) EveryIPv4() bool { return s.Contains(everyIPv4) }

// EveryIPv6 reports whether every IPv6 address is in the set.
func (s Set) EveryIPv6() bool { return s.Contains(everyIPv6) }
