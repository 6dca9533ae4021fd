package rules

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// writtenTwice finds objects of which two places of the configuration each write the whole.
var writtenTwice = &lint.Rule{
	ID: "DEF014", Name: "written-twice", Level: lint.Error, Cause: lint.Definition,
	Title:   "two places that each write the whole of one list",
	Symptom: "the second apply, with nothing edited, takes away what the first has made",
	Files:   texts,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_channel_member",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_environment_variable",
	},
	Check: func(p *lint.Pass) {
		membersTwice(p)
		appCodesTwice(p)
		variablesTwice(p)
		routesTwice(p)
		associatedTwice(p)
	},
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
		t.finding = t.Reportf(t.owner, t.at, "%s has %s in %s, and %s adds another one: the next apply of %s takes it away again",
			t.owner, t.parts, t.argument, part, t.owner).
			Remedyf("write all %s of %s either in %s or as resources of their own", t.parts, t.owner, t.argument)
	}
	t.finding.Relate(part.Range(), "%s adds one here", part)
}

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
			p.Reportf(feature, feature, "%s and %s both write the routes of %s: each apply replaces those of one by those of the other", feature, routes, g).
				Remedyf("write all routes in %s, and remove %s", routes, feature).
				Relate(routes.Range(), "%s is here", routes)
		}
	}
}

// associatedTwice is about two associations with one id: the provider tells them apart by gateway, group and name alone. Where both have
// a port in common the service refuses the second, and DOM203 says so.
func associatedTwice(p *lint.Pass) {
	type name struct {
		group *schema.Group
		host  string
	}
	first := map[name]*schema.Domain{}
	// By address, so that it is the same binding that comes first in whatever order the files have them.
	domains := slices.SortedStableFunc(slices.Values(p.Domains()), func(a, b *schema.Domain) int {
		return strings.Compare(a.Resource.Address, b.Resource.Address)
	})
	for _, d := range domains {
		host, ok := d.Host()
		if !ok || d.Group == nil || d.Resource == d.Group.Resource || d.Resource.Symbolic() {
			continue
		}
		before := first[name{d.Group, host}]
		if before == nil {
			first[name{d.Group, host}] = d
			continue
		}
		if !apart(before, d) {
			continue
		}
		p.Reportf(d, d.Name, "%s binds %s to %s, and so does %s: both have the same id, so that each apply moves the port of one to that of the other",
			d, hostOf(d), d.Group, before).
			Remedyf("bind %s to %s once, at one HTTP and one HTTPS port", hostOf(d), d.Group).
			Relate(before.Name.Range(), "%s binds it here", before)
	}
}

// apart reports whether two domains certainly have no port in common.
func apart(a, b *schema.Domain) bool {
	for _, d := range []*schema.Domain{a, b} {
		_, http := d.HTTPPort()
		_, https := d.HTTPSPort()
		if !http || !https {
			return false
		}
	}
	return !slices.ContainsFunc(portsOf(a), func(port int) bool { return slices.Contains(portsOf(b), port) })
}
