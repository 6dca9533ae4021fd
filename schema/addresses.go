package schema

import (
	"net/netip"
	"slices"
	"strings"
)

// AddressSet is a set of IP addresses. The zero AddressSet is empty.
type AddressSet struct {
	spans []span // sorted, and neither overlapping nor adjacent
}

// span is all addresses of one family from one to another, both included.
type span struct{ from, to netip.Addr }

// ParseAddresses reads what access control lists hold: an address, a network, or a range from-to. A network may have
// host bits.
func ParseAddresses(text string) (AddressSet, bool) {
	if prefix, err := netip.ParsePrefix(text); err == nil {
		prefix = prefix.Masked()
		return newAddressSet(span{prefix.Addr(), lastOf(prefix)}), true
	}
	low, high, isRange := strings.Cut(text, "-")
	from, err := netip.ParseAddr(strings.TrimSpace(low))
	if err != nil || from.Zone() != "" {
		return AddressSet{}, false
	}
	to := from
	if isRange {
		to, err = netip.ParseAddr(strings.TrimSpace(high))
		if err != nil || to.Zone() != "" || to.BitLen() != from.BitLen() || to.Less(from) {
			return AddressSet{}, false
		}
	}
	return newAddressSet(span{from, to}), true
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

func newAddressSet(spans ...span) AddressSet {
	for i, s := range spans {
		if s.from.Is4In6() && s.to.Is4In6() {
			spans[i] = span{s.from.Unmap(), s.to.Unmap()}
		}
	}
	slices.SortFunc(spans, func(a, b span) int { return a.from.Compare(b.from) })
	var set AddressSet
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
func Union(sets ...AddressSet) AddressSet {
	var spans []span
	for _, s := range sets {
		spans = append(spans, s.spans...)
	}
	return newAddressSet(spans...)
}

// String lists the set's ranges. Equal sets have equal texts.
func (s AddressSet) String() string {
	texts := make([]string, len(s.spans))
	for i, each := range s.spans {
		texts[i] = each.from.String() + "-" + each.to.String()
	}
	return strings.Join(texts, ",")
}

// Empty reports whether no address is in the set.
func (s AddressSet) Empty() bool { return len(s.spans) == 0 }

// Contains reports whether every address of another set is in the set.
func (s AddressSet) Contains(other AddressSet) bool {
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

// everyIPv4 and everyIPv6 are all addresses of a family.
var (
	everyIPv4, _ = ParseAddresses("0.0.0.0/0")
	everyIPv6, _ = ParseAddresses("::/0")
)

// EveryIPv4 reports whether every IPv4 address is in the set.
func (s AddressSet) EveryIPv4() bool { return s.Contains(everyIPv4) }

// EveryIPv6 reports whether every IPv6 address is in the set.
func (s AddressSet) EveryIPv6() bool { return s.Contains(everyIPv6) }

// List returns the entries of the access control list without the spaces around them, and without those that are
// empty.
func (a *ACL) List() Set[string] {
	text, ok := a.Entries.Get()
	var entries []string
	for _, entry := range strings.Split(text, ",") {
		if entry = strings.TrimSpace(entry); entry != "" {
			entries = append(entries, entry)
		}
	}
	return SetOf(entries...).OrOthers(!ok)
}

// Addresses returns the addresses that a list of addresses names, entry by entry. Nothing is certain of lists of
// accounts, and of those that are left to others to change.
func (a *ACL) Addresses() Set[AddressSet] {
	if !a.Entity.Is("IP") || a.Ignores("value") {
		return Set[AddressSet]{}
	}
	return Map(a.List(), ParseAddresses)
}

// Everyone returns whether a list certainly holds every IPv4 address, and whether it holds every address that callers
// can come from: IPv6 too, or the gateway has none.
func (a *ACL) Everyone() (ipv4, all bool) {
	set := Union(a.Addresses().Certain()...)
	if !set.EveryIPv4() {
		return false, false
	}
	gateway := a.Gateway.Target()
	return true, set.EveryIPv6() || (gateway != nil && gateway.CallersByIPv6() == No)
}
