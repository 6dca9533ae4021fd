package trace

import (
	"fmt"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/addresses"
)

// publications returns those that put the API into the environment of the call.
func (w *walk) publications() schema.Set[*schema.Publication] {
	return w.ResourcesPublishing(w.api).Where(func(p *schema.Publication) schema.Verdict {
		switch p.EnvironmentKey() {
		case "":
			return schema.Unsure
		case w.environment:
			return schema.Yes
		}
		return schema.No
	})
}

// accessControl asks whether the lists of addresses and accounts let the caller in.
func (w *walk) accessControl() Station {
	lists := schema.FlatMap(w.publications(), w.ACLsOf)
	var s Station
	from := []string{}
	for _, acl := range lists.Certain() {
		says := w.admittedBy(acl)
		switch says.Verdict {
		case Failed:
			return says
		case Uncertain:
			s = says
		case Passed:
			s.Objects, s.Places = append(s.Objects, says.Objects...), append(s.Places, says.Places...)
			from = append(from, says.Because)
		case Skipped:
		}
	}
	switch {
	case s.Verdict == Uncertain:
		return s
	case lists.MayHaveOthers():
		return uncertain(because(w.api), "which access control policies %s has in %s is not certain", w.api, w.trace.Environment)
	case len(from) == 0:
		return skipped("%s has no access control policy for this caller", w.api)
	}
	said := passed(nil, "%s", strings.Join(from, ", and "))
	said.Objects, said.Places = s.Objects, s.Places
	if w.gateway.Balancer() != schema.LVS {
		return said.likely()
	}
	return said
}

// admittedBy asks one list.
func (w *walk) admittedBy(acl *schema.ACL) Station {
	by := because(acl)
	entity, known := acl.Entity.Get()
	effect, too := acl.Effect.Get()
	entries, complete := acl.List().All()
	at := acl.Entries.Range()
	if !known || !too || !complete || acl.Ignores("value") {
		return uncertain(by, "whom %s lets in is not known", acl).place(at)
	}
	if entity != "IP" {
		return w.accountAdmittedBy(acl, entries)
	}
	permits := strings.EqualFold(effect, "PERMIT")
	if acl.Entries.Sensitive() {
		entries = []string{"the addresses that it lists"}
	}
	if s, ok := w.shutsOut(acl, permits); ok {
		return s.place(at)
	}
	if !w.caller.internet && !w.caller.ip.IsValid() && len(w.caller.ranges) == 0 {
		return uncertain(by, "which addresses the network of the caller has is not known").place(at)
	}
	if !w.caller.ip.IsValid() {
		ipv4, all := acl.Everyone()
		switch {
		case !permits && all:
			return refused("APIG.0402", 403, by, "%s denies every address", acl).place(at)
		case !permits && ipv4:
			return uncertain(by, "%s denies every IPv4 address", acl).place(at)
		case permits && len(entries) == 0:
			return uncertain(by, "%s permits no address", acl).place(at)
		case permits:
			return passed(by, "from %s (%s)", some(entries), acl).place(at)
		}
		return passed(by, "not from %s (%s)", some(entries), acl).place(at)
	}
	caller, _ := addresses.Parse(w.caller.ip.String())
	sets, ok := acl.Addresses().All()
	if !ok {
		return uncertain(by, "whom %s lets in is not known", acl).place(at)
	}
	listed := addresses.Union(sets...).Contains(caller)
	s := passed(by, "%s lets %s in", acl, w.caller.ip).place(at)
	if listed != permits {
		s = refused("APIG.0402", 403, by, "%s does not let %s in", acl, w.caller.ip).place(at)
	}
	if w.gateway.Balancer() != schema.LVS {
		return s.likely()
	}
	return s
}

// shutsOut asks whether a list lets in nobody of the network that the caller is in.
func (w *walk) shutsOut(acl *schema.ACL, permits bool) (Station, bool) {
	sets, ok := acl.Addresses().All()
	if !ok || w.caller.ip.IsValid() || len(w.caller.ranges) == 0 {
		return Station{}, false
	}
	list := addresses.Union(sets...)
	for _, r := range w.caller.ranges {
		network, ok := addresses.Parse(r.String())
		if !ok || permits && list.Overlaps(network) || !permits && !list.Contains(network) {
			return Station{}, false
		}
	}
	s := refused("APIG.0402", 403, because(acl), "%s lets nobody of the caller's network in", acl)
	if w.gateway.Balancer() != schema.LVS {
		s = s.likely()
	}
	return s, true
}

// accountAdmittedBy asks a list of accounts, which holds for callers that IAM knows.
func (w *walk) accountAdmittedBy(acl *schema.ACL, entries []string) Station {
	account := w.call.As.Account
	at := acl.Entries.Range()
	by := because(acl)
	switch {
	case !w.api.Authentication.Is("IAM") || w.as() != "" && w.as() != "iam":
		return skipped("%s is about accounts", acl)
	case acl.Entity.Is("DOMAIN_ID") && account != "":
		return uncertain(by, "%s lists accounts by their ids", acl).place(at)
	case account == "" && acl.Effect.Is("DENY"):
		return passed(by, "not of the account %s (%s)", some(entries), acl).place(at)
	case account == "":
		return passed(by, "of the account %s (%s)", some(entries), acl).place(at)
	case slices.Contains(entries, account) != acl.Effect.Is("PERMIT"):
		return refused("APIG.0302", 403, by, "%s does not let the account %s in", acl, account).place(at)
	}
	return passed(by, "%s lets the account %s in", acl, account).place(at)
}

// throttling tells how many calls are let through. One call never fails by it.
func (w *walk) throttling() Station {
	switch w.RatePluginOf(w.api) {
	case schema.Yes:
		return passed(because(w.api), "as many calls as the rate_limit plugin of %s says", w.api)
	case schema.Unsure:
		return passed(because(w.api), "how many calls are let through is not known").likely()
	case schema.No:
	}
	policies := schema.FlatMap(w.publications(), w.ThrottlingOf)
	for _, b := range policies.Certain() {
		if t := b.Policy.Target(); t != nil {
			return passed(because(t), "%s", limitsOf(t))
		}
	}
	rate, feature, certain := w.RateCeiling(w.gateway)
	if !certain || policies.MayHaveOthers() {
		return passed(because(w.gateway), "how many calls are let through is not known").likely()
	}
	by := because(w.gateway)
	if feature != nil {
		by = because(feature)
	}
	return passed(by, "up to %d calls a second together", rate)
}

func limitsOf(t *schema.Throttling) string {
	period, ok := t.Period.Get()
	unit, known := t.Unit.Or("MINUTE")
	if !ok || !known {
		return "as many calls as " + t.Address + " says"
	}
	var all []string
	for _, limit := range []struct {
		value schema.Value[int]
		of    string
	}{{t.PerAPI, "together"}, {t.PerUser, "by each user"}, {t.PerApp, "with each app"}, {t.PerIP, "from each address"}} {
		if n, ok := limit.value.Get(); ok {
			all = append(all, fmt.Sprintf("%d calls %s", n, limit.of))
		}
	}
	if len(all) == 0 {
		return "as many calls as " + t.Address + " says"
	}
	return fmt.Sprintf("up to %s in %d %s", strings.Join(all, ", "), period, strings.ToLower(unit))
}

// maxEntries is how many entries of a list are told.
const maxEntries = 3

func some(entries []string) string {
	if len(entries) == 0 {
		return "nobody"
	}
	if len(entries) > maxEntries {
		return strings.Join(entries[:maxEntries], ", ") + " and others"
	}
	return strings.Join(entries, ", ")
}
