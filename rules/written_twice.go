package rules

import (
	"maps"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// writtenTwice finds objects of which two places of the configuration each write the whole.
var writtenTwice = &lint.Rule{
	ID: "DEF014", Name: "written-twice", Level: lint.Error, Cause: lint.Definition,
	Title:   "one list that is declared in two places",
	Symptom: "the second apply, without an edit, removes what the first created",
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_channel_member",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_environment_variable",
	},
	Check: lint.Given(func(p *lint.Pass) {
		membersTwice(p)
		memberGroupsTwice(p)
		appCodesTwice(p)
		variablesTwice(p)
		routesTwice(p)
		associatedTwice(p)
		whitelistsTwice(p)
	}, lint.Of[schema.Member], lint.Of[schema.MemberGroup], lint.Of[schema.AppCode], lint.Of[schema.EnvironmentVariable], lint.Of[schema.GatewayRoutes],
		lint.Of[schema.DomainBinding], lint.Of[schema.EndpointWhitelist]),
}

// twice reports an argument or a block that holds the whole of something, beside resources that add to it.
type twice struct {
	*lint.Pass
	owner    *schema.Resource
	argument string
	parts    string // what the list is of, as a plural
	at       lint.Place
	finding  *lint.Finding
}

// add takes in a resource that adds a part.
func (t *twice) add(part *schema.Resource) {
	if !part.ExistsWith(t.owner) || t.owner.Ignores(t.argument) {
		return
	}
	if t.finding == nil {
		t.finding = t.Reportf(t.owner, t.at, "%s has %s in %s, and %s adds another one: the next apply of %s removes it again",
			t.owner, t.parts, t.argument, part, t.owner).
			Remedyf("declare all %s of %s either in %s or as separate resources", t.parts, t.owner, t.argument)
	}
	if len(t.finding.Related) < maxParts {
		t.finding.Relate(part.Range(), "%s adds one here", part)
	}
}

// maxParts is how many resources that add to one list are pointed at.
const maxParts = 8

func membersTwice(p *lint.Pass) {
	for _, ch := range p.Channels {
		if len(ch.Members.Certain()) == 0 {
			continue
		}
		t := twice{Pass: p, owner: ch.Resource, argument: "member", parts: "members", at: ch.Members}
		for _, m := range p.MembersOf(ch).Certain() {
			if m.Resource != ch.Resource {
				t.add(m.Resource)
			}
		}
	}
}

func memberGroupsTwice(p *lint.Pass) {
	for _, ch := range p.Channels {
		t := twice{Pass: p, owner: ch.Resource, argument: "member_group", parts: "member groups", at: ch.Groups}
		alone := map[string][]*schema.MemberGroup{}
		for _, g := range p.MemberGroupsOf(ch).Certain() {
			switch name, ok := g.Name.Get(); {
			case g.Own == nil:
			case len(ch.Groups.Certain()) > 0:
				t.add(g.Resource)
			case ok && g.Own.ExistsWith(ch.Resource):
				alone[name] = append(alone[name], g.Own)
			}
		}
		for _, name := range slices.Sorted(maps.Keys(alone)) {
			sameGroup(p, ch, name, alone[name])
		}
	}
}

// sameGroup is about member groups with one name in one channel, which the service takes for one group.
func sameGroup(p *lint.Pass, ch *schema.Channel, name string, groups []*schema.MemberGroup) {
	slices.SortFunc(groups, func(a, b *schema.MemberGroup) int { return strings.Compare(a.Address, b.Address) })
	for n, g := range groups {
		other := slices.IndexFunc(groups[:n], func(o *schema.MemberGroup) bool {
			return unequal(g.Weight, o.Weight) || unequal(g.Port, o.Port) || unequal(g.Version, o.Version)
		})
		if other < 0 {
			continue
		}
		p.Reportf(g, g.Name, "%s and %s are one member group, %q of %s: each apply of one overwrites the other", g, groups[other], name, ch).
			Remedyf("give %s a name of its own, or remove it", g).
			Relate(groups[other].Name.Range(), "%s has the name here", groups[other])
	}
}

// unequal reports whether two values are certainly set, and not to the same.
func unequal[T schema.Scalar](a, b schema.Value[T]) bool {
	one, ok := a.Get()
	other, too := b.Get()
	return ok && too && one != other
}

func appCodesTwice(p *lint.Pass) {
	of := map[*schema.Application]*twice{}
	for _, code := range p.AppCodes {
		app := code.Application.Target()
		if app == nil || len(app.Codes.Certain()) == 0 {
			continue
		}
		if of[app] == nil {
			of[app] = &twice{Pass: p, owner: app.Resource, argument: "app_codes", parts: "AppCodes", at: app.Codes}
		}
		of[app].add(code.Resource)
	}
}

func variablesTwice(p *lint.Pass) {
	of := map[*schema.Group]*twice{}
	for _, v := range p.EnvironmentVariables {
		group := v.Group.Target()
		if group == nil || len(group.Environments.Certain()) == 0 {
			continue
		}
		if of[group] == nil {
			of[group] = &twice{Pass: p, owner: group.Resource, argument: "environment", parts: "variables", at: group.Environments}
		}
		of[group].add(v.Resource)
	}
}

// routesTwice is about the feature that the routes of a gateway are kept in.
func routesTwice(p *lint.Pass) {
	for _, g := range p.Gateways {
		on, feature := p.FeatureOf(g, "route")
		if on != schema.Yes || feature.Ignores("config") {
			continue
		}
		for _, routes := range p.GatewayRoutesOf(g).Certain() {
			if !routes.ExistsWith(g.Resource) || routes.Ignores("nexthops") {
				continue
			}
			p.Reportf(feature, feature, "%s and %s both manage the routes of %s: each apply of one overwrites the other", feature, routes, g).
				Remedyf("declare all routes in %s, and remove %s", routes, feature).
				Relate(routes.Range(), "%s is here", routes)
		}
	}
}

// whitelistsTwice is about the accounts whose endpoints may connect to a gateway: each resource takes away what it does not have itself.
func whitelistsTwice(p *lint.Pass) {
	first := map[*schema.Gateway]*schema.EndpointWhitelist{}
	for _, list := range slices.SortedStableFunc(slices.Values(p.EndpointWhitelists), func(a, b *schema.EndpointWhitelist) int {
		return strings.Compare(a.Address, b.Address)
	}) {
		g := list.Gateway.Target()
		if g == nil || g.Symbolic() || list.Symbolic() || list.Ignores("whitelists") {
			continue
		}
		other := first[g]
		if other == nil {
			first[g] = list
			continue
		}
		if !listsDiffer(list.Accounts, other.Accounts) {
			continue
		}
		p.Reportf(list, list.Accounts, "%s and %s both manage the whitelist of the endpoint service of %s: each apply removes the accounts of the other", list, other, g).
			Remedyf("list all accounts in %s, and remove %s", other, list).
			Relate(other.Accounts.Range(), "the accounts of %s are listed here", other)
	}
}

// listsDiffer reports whether one list certainly has an entry that the other one certainly lacks.
func listsDiffer(a, b schema.List[string]) bool {
	texts := func(list schema.List[string]) (all []string, ok bool) {
		items, ok := list.All()
		for _, item := range items {
			text, known := item.Get()
			all, ok = append(all, text), ok && known
		}
		return all, ok
	}
	one, ok := texts(a)
	other, too := texts(b)
	lacks := func(in []string) func(string) bool {
		return func(entry string) bool { return !slices.Contains(in, entry) }
	}
	return ok && too && (slices.ContainsFunc(one, lacks(other)) || slices.ContainsFunc(other, lacks(one)))
}

// associatedTwice is about two associations with one id: the provider tells them apart by gateway, group and name alone, as it is written.
// Where both have a port in common the service refuses the second, and DOM203 says so.
func associatedTwice(p *lint.Pass) {
	type name struct {
		group *schema.Group
		text  string
	}
	before := map[name][]*schema.Domain{} // one for each pair of ports: what can be said of one can be said of the others
	for _, d := range byAddress(p.Domains()) {
		text, ok := d.Name.Get()
		if !ok || !movesPorts(d) {
			continue
		}
		key := name{d.Group, text}
		same := before[key]
		if !slices.ContainsFunc(same, func(o *schema.Domain) bool { return slices.Equal(portsOf(o), portsOf(d)) }) {
			before[key] = append(same, d)
		}
		// Any other one will do, and not only the first: another finding may not depend on whether the ports of the first are known.
		other := slices.IndexFunc(same, func(o *schema.Domain) bool { return !shares(portsOf(o), portsOf(d)) })
		if other < 0 {
			continue
		}
		p.Reportf(d, d.Name, "%s binds %s to %s, and so does %s: both have the same ID, so each apply overwrites the ports of the other",
			d, hostOf(d), d.Group, same[other]).
			Remedyf("bind %s to %s once, at one HTTP and one HTTPS port", hostOf(d), d.Group).
			Relate(same[other].Name.Range(), "%s binds it here", same[other])
	}
}

// movesPorts reports whether a domain is an association of its own whose ports are known, and put right by each apply.
func movesPorts(d *schema.Domain) bool {
	if d.Group == nil || d.Resource == d.Group.Resource || d.Resource.Symbolic() {
		return false
	}
	_, http := d.HTTPPort()
	_, https := d.HTTPSPort()
	return http && https && !d.Resource.Ignores("ingress_http_port") && !d.Resource.Ignores("ingress_https_port")
}

func shares(a, b []int) bool {
	return slices.ContainsFunc(a, func(port int) bool { return slices.Contains(b, port) })
}
