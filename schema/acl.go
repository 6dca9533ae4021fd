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
func (a *ACL) Everyone() (ipv4, all bool) { return everyone(a.Addresses(), a.Gateway) }

// Addresses returns the addresses that the list of an application names, entry by entry. Nothing is certain of those that
// are left to others to change.
func (a *ApplicationACL) Addresses() Set[addresses.Set] {
	if a.Ignores("values") {
		return Set[addresses.Set]{}
	}
	return Map(a.Entries.Set, func(entry Value[string]) (addresses.Set, bool) {
		text, _ := entry.Get()
		return addresses.Parse(strings.TrimSpace(text))
	})
}

// Everyone is [ACL.Everyone] for the list of an application.
func (a *ApplicationACL) Everyone() (ipv4, all bool) { return everyone(a.Addresses(), a.Gateway) }

// Admitted returns the addresses that a list of addresses lets in, and false where its type or an entry is not known, or others
// may change them.
func (a *ACL) Admitted() (addresses.Set, bool) {
	set, ok := admitted(a.Effect, a.Addresses())
	return set, ok && !a.Ignores("type")
}

// Admitted is [ACL.Admitted] for the list of an application.
func (a *ApplicationACL) Admitted() (addresses.Set, bool) {
	set, ok := admitted(a.Effect, a.Addresses())
	return set, ok && !a.Ignores("type")
}

func admitted(effect Value[string], entries Set[addresses.Set]) (addresses.Set, bool) {
	listed, ok := entries.All()
	set := addresses.Union(listed...)
	switch text, known := effect.Get(); {
	case known && strings.EqualFold(text, "PERMIT"):
		return set, ok
	case known && strings.EqualFold(text, "DENY"):
		return addresses.Everything().Without(set), ok
	}
	return addresses.Set{}, false
}

func everyone(entries Set[addresses.Set], of Ref[Gateway]) (ipv4, all bool) {
	set := addresses.Union(entries.Certain()...)
	if !set.EveryIPv4() {
		return false, false
	}
	gateway := of.Target()
	return true, set.EveryIPv6() || (gateway != nil && gateway.CallersByIPv6() == No)
}

// ListsOf returns the access control lists of an application.
func (c *Config) ListsOf(app *Application) Set[*ApplicationACL] { return c.links.listsOf.of(app) }
