package schema

import (
	"strings"

	"github.com/apiglint/apiglint/schema/addresses"
)

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
func (a *ACL) Addresses() Set[addresses.Set] {
	if !a.Entity.Is("IP") || a.Ignores("value") {
		return Set[addresses.Set]{}
	}
	return Map(a.List(), addresses.Parse)
}

// Everyone returns whether a list certainly holds every IPv4 address, and whether it holds every address that callers
// can come from: IPv6 too, or the gateway has none.
func (a *ACL) Everyone() (ipv4, all bool) {
	set := addresses.Union(a.Addresses().Certain()...)
	if !set.EveryIPv4() {
		return false, false
	}
	gateway := a.Gateway.Target()
	return true, set.EveryIPv6() || (gateway != nil && gateway.CallersByIPv6() == No)
}
