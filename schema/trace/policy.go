package trace

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema"
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

// accessControl asks whether the lists of the API and that of the app let the caller in.
func (w *walk) accessControl() Station {
	api := w.accessToAPI()
	app := w.accessOfApp(api.lists)
	switch {
	case api.Verdict == Failed || app.Verdict == Skipped:
		return api
	case app.Verdict == Failed || api.Verdict == Skipped:
		return app
	case api.Verdict == Uncertain:
		return api
	case app.Verdict == Uncertain:
		return app
	}
	app.Because = api.Because + ", and " + app.Because
	app.admits, app.lists, app.accounts = sorted([]string{api.admits, app.admits}), slices.Concat(api.lists, app.lists), api.accounts
	app.Objects, app.Places = append(api.Objects, app.Objects...), append(api.Places, app.Places...)
	if api.Certainty == Likely {
		return app.likely()
	}
	return app
}

// accessToAPI asks whether the lists of addresses and accounts that the API has let the caller in.
func (w *walk) accessToAPI() Station {
	lists := schema.FlatMap(w.publications(), w.ACLsOf)
	var s Station
	var from, admitted []string
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
			admitted = append(admitted, says.admits)
			s.lists, s.accounts = append(s.lists, says.lists...), s.accounts || says.accounts
		case Skipped:
		}
	}
	switch {
	case s.Verdict == Uncertain:
		return s
	case lists.MayHaveOthers():
		return uncertain(things(w.api), "which access control policies %s has in %s is not certain", w.api, w.trace.Environment)
	case len(from) == 0:
		return skipped("%s has no access control policy for this caller", w.api)
	}
	slices.SortStableFunc(s.lists, func(a, b list) int { return cmp.Compare(a.String(), b.String()) })
	if closed, ok := w.closedTogether(s.lists); ok {
		return closed
	}
	said := passed(nil, "%s", strings.Join(from, ", and "))
	said.Objects, said.Places, said.lists, said.admits, said.accounts = s.Objects, s.Places, s.lists, sorted(admitted), s.accounts
	if w.balancer() != schema.LVS {
		return said.likely()
	}
	return said
}

// admittedBy asks one list.
func (w *walk) admittedBy(acl *schema.ACL) Station {
	by := things(acl)
	entity, known := acl.Entity.Get()
	effect, too := acl.Effect.Get()
	entries, complete := acl.List().All()
	at := acl.Entries.Range()
	if !known || !too || !complete || acl.Ignores("value") {
		return uncertain(by, "which callers %s admits is not known", acl).place(at)
	}
	if entity != "IP" {
		return w.accountAdmittedBy(acl, entries)
	}
	ipv4, all := acl.Everyone()
	admitted, known := acl.Admitted()
	if acl.Entries.Sensitive() {
		entries = []string{"the addresses that it lists"}
	}
	return w.admits(list{acl, at, "APIG.0402", strings.EqualFold(effect, "PERMIT"), entries, ipv4, all, admitted, known})
}

// accountAdmittedBy asks a list of accounts, which holds for callers that IAM knows.
func (w *walk) accountAdmittedBy(acl *schema.ACL, entries []string) Station {
	account := w.call.As.Account
	at := acl.Entries.Range()
	by := things(acl)
	switch {
	case !w.api.Authentication.Is("IAM") || w.as() != "" && w.as() != "iam":
		return skipped("%s applies only to accounts", acl)
	case acl.Entity.Is("DOMAIN_ID") && account != "":
		return uncertain(by, "%s lists accounts by their ids", acl).place(at)
	case account == "" && acl.Effect.Is("DENY"):
		s := passed(by, "not of the account %s (%s)", some(entries), acl).place(at)
		s.admits, s.accounts = "not of "+sorted(entries), true
		return s
	case account == "":
		s := passed(by, "of the account %s (%s)", some(entries), acl).place(at)
		s.admits, s.accounts = "of "+sorted(entries), true
		return s
	case slices.Contains(entries, account) != acl.Effect.Is("PERMIT"):
		return refused("APIG.0302", 403, by, "%s does not admit the account %s", acl, account).place(at)
	}
	return passed(by, "%s admits the account %s", acl, account).place(at)
}

// throttling tells how many calls are let through. One call never fails by it.
func (w *walk) throttling() Station {
	switch w.PluginIn(w.api, "rate_limit", w.environment) {
	case schema.Yes:
		for _, plugin := range w.PluginsIn(w.api, w.environment).Certain() {
			if plugin.Type.Is("rate_limit") {
				return passed(things(plugin), "%s", limitsOfPlugin(plugin))
			}
		}
		return passed(things(w.api), "up to the limits of the rate_limit plugin of %s", w.api)
	case schema.Unsure:
		return passed(things(w.api), "how many calls are allowed is not known").likely()
	case schema.No:
	}
	policies := schema.FlatMap(w.publications(), w.ThrottlingOf)
	for _, b := range policies.Certain() {
		if t := b.Policy.Target(); t != nil {
			return passed(things(t), "%s", limitsOf(t))
		}
	}
	rate, feature, certain := w.RateCeiling(w.gateway)
	if !certain || policies.MayHaveOthers() {
		return passed(things(w.gateway), "how many calls are allowed is not known").likely()
	}
	by := things(w.gateway)
	if feature != nil {
		by = things(feature)
	}
	return passed(by, "up to %d calls a second together", rate)
}

// quantity is a number that may not be known.
type quantity struct {
	n     int
	known bool
}

func quantityOf(n int, known bool) quantity { return quantity{n, known} }

func limitsOf(t *schema.Throttling) string {
	unit, _ := t.Unit.Or("MINUTE")
	return numbers(t.Address, quantityOf(t.Period.Get()), unit,
		quantityOf(t.PerAPI.Get()), quantityOf(t.PerUser.Get()), quantityOf(t.PerApp.Get()), quantityOf(t.PerIP.Get()))
}

func limitsOfPlugin(p *schema.Plugin) string {
	part := func(name string) quantity { return quantityOf(p.Parsed().At(name).AsInt()) }
	unit, _ := p.Parsed().At("default_time_unit").AsText()
	return numbers(p.Address, part("default_interval"), unit, part("api_limit"), part("user_limit"), part("app_limit"), part("ip_limit"))
}

// numbers tells the limits in a period: of all callers together, a user, an app and an address.
func numbers(of string, period quantity, unit string, limits ...quantity) string {
	var all []string
	for n, limit := range limits {
		if limit.known {
			all = append(all, fmt.Sprintf("%d calls %s", limit.n, []string{"together", "by each user", "with each app", "from each address"}[n]))
		}
	}
	if !period.known || unit == "" || len(all) == 0 {
		return "up to the limits of " + of
	}
	unit = strings.ToLower(unit)
	if period.n != 1 {
		unit += "s"
	}
	return fmt.Sprintf("up to %s in %d %s", strings.Join(all, ", "), period.n, unit)
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
