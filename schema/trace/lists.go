package trace

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/addresses"
)

// list is a list of addresses that are let in, or kept out, of which everything is known.
type list struct {
	thing
	at        hcl.Range
	code      string
	permits   bool
	entries   []string // as they are told
	ipv4, all bool     // it holds every IPv4 address, and every address that callers can come from
	admitted  addresses.Set
	known     bool // whether admitted is
}

// admits asks whether a list of addresses lets the caller in.
func (w *walk) admits(l list) Station {
	by := things(l)
	if s, ok := w.shutsOut(l); ok {
		return s.place(l.at)
	}
	if !w.caller.internet && !w.caller.ip.IsValid() && len(w.caller.ranges) == 0 {
		return uncertain(by, "which addresses the network of the caller has is not known").place(l.at)
	}
	if !w.caller.ip.IsValid() {
		switch {
		case !l.permits && l.all:
			return refused(l.code, 403, by, "%s denies every address", l).place(l.at)
		case !l.permits && l.ipv4:
			return uncertain(by, "%s denies every IPv4 address", l).place(l.at)
		case l.permits && len(l.entries) == 0:
			return uncertain(by, "%s permits no address", l).place(l.at)
		case l.permits && w.onlyInside(l):
			return w.listed(refused(l.code, 403, by, "%s permits addresses that no caller on the internet has", l)).place(l.at)
		case l.permits:
			s := passed(by, "from %s (%s)", some(l.entries), l).place(l.at)
			s.lists = []list{l}
			if !l.ipv4 && !l.all {
				s.admits = "from " + sorted(l.entries)
			}
			return s
		}
		s := passed(by, "not from %s (%s)", some(l.entries), l).place(l.at)
		s.lists = []list{l}
		if len(l.entries) > 0 {
			s.admits = "not from " + sorted(l.entries)
		}
		return s
	}
	caller, _ := addresses.Parse(w.caller.ip.String())
	if !l.known {
		return uncertain(by, "which callers %s admits is not known", l).place(l.at)
	}
	s := passed(by, "%s admits %s", l, w.caller.ip).place(l.at)
	if !l.admitted.Contains(caller) {
		s = refused(l.code, 403, by, "%s does not admit %s", l, w.caller.ip).place(l.at)
	}
	if w.addressFromHeader() {
		return uncertain(by, "%s may take the address that %s is about from a header", w.gateway, l).place(l.at)
	}
	return w.listed(s)
}

// listed returns what a list says of a caller: whether a gateway with an ELB sees the caller's own address is not documented.
func (w *walk) listed(s Station) Station {
	if w.balancer() != schema.LVS {
		return s.likely()
	}
	return s
}

// private are the networks that no caller on the internet has an address of.
var private = []string{"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16"}

// onlyInside reports whether a list certainly holds none but private addresses, and the caller is on the internet.
func (w *walk) onlyInside(l list) bool {
	return l.known && !w.addressFromHeader() && w.nobodyOf(l.admitted)
}

// nobodyOf reports whether no caller who is where the call comes from has any of some addresses.
func (w *walk) nobodyOf(set addresses.Set) bool {
	if !w.caller.internet {
		return set.Empty()
	}
	var all []addresses.Set
	for _, network := range private {
		set, _ := addresses.Parse(network)
		all = append(all, set)
	}
	return addresses.Union(all...).Contains(set)
}

// closedTogether asks whether lists that each let somebody in let nobody in together.
func (w *walk) closedTogether(lists []list) (Station, bool) {
	if len(lists) < 2 || w.addressFromHeader() {
		return Station{}, false
	}
	left := addresses.Everything()
	if ranges := w.caller.ranges; len(ranges) > 0 {
		left = addresses.Set{}
		for _, r := range ranges {
			network, _ := addresses.Parse(r.String())
			left = addresses.Union(left, network)
		}
	}
	s := refused(lists[0].code, 403, nil, "no address passes both %s and %s", lists[0], lists[len(lists)-1])
	for _, l := range lists {
		if !l.known {
			return Station{}, false
		}
		left = left.Intersect(l.admitted)
		s.Objects = append(s.Objects, l.String())
		s = s.place(l.Range()).place(l.at)
	}
	return w.listed(s), w.nobodyOf(left)
}

// addressFromHeader reports whether the gateway may take the address of a caller from a header, in which a proxy writes it.
func (w *walk) addressFromHeader() bool {
	return slices.ContainsFunc([]string{"real_ip_from_xff", "real_ip_header_getter"}, func(name string) bool {
		verdict, _ := w.FeatureOf(w.gateway, name)
		return verdict != schema.No
	})
}

// sorted returns texts as one, whatever their order, without empty ones.
func sorted(texts []string) string {
	all := slices.Compact(slices.Sorted(slices.Values(texts)))
	return strings.Join(slices.DeleteFunc(all, func(s string) bool { return s == "" }), ", ")
}

// shutsOut asks whether a list lets in nobody of the network that the caller is in.
func (w *walk) shutsOut(l list) (Station, bool) {
	if !l.known || w.caller.ip.IsValid() || len(w.caller.ranges) == 0 || w.addressFromHeader() {
		return Station{}, false
	}
	for _, r := range w.caller.ranges {
		network, ok := addresses.Parse(r.String())
		if !ok || l.admitted.Overlaps(network) {
			return Station{}, false
		}
	}
	return w.listed(refused(l.code, 403, things(l), "%s admits no address of the caller's network", l)), true
}

// accessOfApp asks whether the list of the app that calls lets the caller in: that of the one that is named, else that of any that
// is authorized. It is asked together with the lists of the API.
func (w *walk) accessOfApp(ofAPI []list) Station {
	if !w.api.Authentication.Is("APP") || w.api.MayBePreflight() || w.as() != "" && w.as() != "app" && w.as() != "appcode" {
		return skipped("the caller is not an app")
	}
	if app := w.application(); app != nil {
		return w.accessOf(app, ofAPI)
	}
	apps := schema.Map(w.AuthorizationsIn(w.api, w.environment), func(a *schema.Authorization) (*schema.Application, bool) {
		return a.Application.Target(), a.Application.Target() != nil
	})
	if len(apps.Certain()) == 0 && apps.MayHaveOthers() || w.call.As.Address != "" {
		return skipped("the app of the caller is not known")
	}
	said := skipped("no app is authorized for %s", w.api)
	for n, app := range apps.Certain() {
		switch s := w.accessOf(app, ofAPI); {
		case s.Verdict == Passed || s.Verdict == Skipped:
			return s
		case n == 0 || s.Verdict == Uncertain:
			said = s
		}
	}
	if said.Verdict == Failed && apps.MayHaveOthers() {
		return uncertain(things(w.api), "which other apps are authorized for %s is not known", w.api)
	}
	return said
}

// accessOf asks the list of an app.
func (w *walk) accessOf(app *schema.Application, ofAPI []list) Station {
	lists := w.ListsOf(app)
	said := skipped("%s has no access control list", app)
	for _, acl := range lists.Certain() {
		said = w.ofAppAdmits(acl)
		if closed, ok := w.closedTogether(slices.Concat(ofAPI, said.lists)); ok && len(said.lists) > 0 {
			said = closed
		}
		if said.Verdict == Failed && (!acl.ExistsWith(app.Resource) || len(lists.Certain()) > 1) {
			return uncertain(things(acl), "whether %s is the list of %s is not certain", acl, app)
		}
	}
	if lists.MayHaveOthers() && said.Verdict != Failed {
		return uncertain(things(app), "which access control list %s has is not certain", app)
	}
	return said
}

func (w *walk) ofAppAdmits(acl *schema.ApplicationACL) Station {
	effect, known := acl.Effect.Get()
	items, complete := acl.Entries.All()
	var entries []string
	for _, item := range items {
		text, ok := item.Get()
		complete = complete && ok
		if item.Sensitive() {
			text = "an address that it lists"
		}
		entries = append(entries, text)
	}
	if !known || !complete || acl.Ignores("type") || acl.Ignores("values") {
		return uncertain(things(acl), "which callers %s admits is not known", acl).place(acl.Entries.Range())
	}
	ipv4, all := acl.Everyone()
	admitted, known := acl.Admitted()
	return w.admits(list{acl, acl.Entries.Range(), "APIG.0405", strings.EqualFold(effect, "PERMIT"), entries, ipv4, all, admitted, known})
}
