package rules

import (
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/addresses"
)

// disjointAccessLists finds lists of an API and of an app that each let somebody in, and nobody together.
var disjointAccessLists = &lint.Rule{
	ID: "POL520", Name: "disjoint-access-lists", Level: lint.Error, Cause: lint.Policy,
	Title:     "an app whose access control list lets in nobody whom that of its API lets in",
	Codes:     []string{"APIG.0402", "APIG.0405"},
	Elsewhere: true,
	Files:     texts,
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_application_acl"},
	Check: lint.Given(func(p *lint.Pass) {
		ofAPIs := map[called][]*schema.ACL{}
		for _, a := range p.AppliedACLs() {
			if a.API != nil && a.Environment != "" && a.Policy.Entity.Is("IP") {
				of := called{a.API, a.Environment}
				ofAPIs[of] = append(ofAPIs[of], a.Policy)
			}
		}
		type pair struct {
			app *schema.ApplicationACL
			api *schema.ACL
		}
		reported := map[pair]bool{}
		for _, authorization := range p.Authorizations {
			list, entries := onlyListOf(p, authorization)
			if list == nil {
				continue
			}
			for _, item := range authorization.APIs.Certain() {
				api := item.Target()
				for _, policy := range ofAPIs[called{api, authorization.EnvironmentKey()}] {
					if !reported[pair{list, policy}] && api.Authentication.Is("APP") && disjoint(policy, list, entries) {
						reported[pair{list, policy}] = true
						reportDisjoint(p, list, policy, api)
					}
				}
			}
		}
	}, lint.Of[schema.ApplicationACL]),
}

// called is an API in an environment.
type called struct {
	api         *schema.API
	environment schema.EnvironmentKey
}

// onlyListOf returns the list of the app that is authorized, and its addresses, where all of it is certain; else nil.
func onlyListOf(p *lint.Pass, authorization *schema.Authorization) (*schema.ApplicationACL, addresses.Set) {
	app := authorization.Application.Target()
	if app == nil || authorization.Symbolic() || app.Symbolic() {
		return nil, addresses.Set{}
	}
	lists, ok := p.ListsOf(app).All()
	if !ok || len(lists) != 1 || !lists[0].ExistsWith(app.Resource) || lists[0].Ignores("type") {
		return nil, addresses.Set{}
	}
	entries, ok := lists[0].Addresses().All()
	if !ok {
		return nil, addresses.Set{}
	}
	return lists[0], addresses.Union(entries...)
}

// disjoint reports whether a list of an API and one of an app each let an address in, and none together.
func disjoint(policy *schema.ACL, list *schema.ApplicationACL, entries addresses.Set) bool {
	of, ok := policy.Addresses().All()
	ofAPI, first := admitted(policy.Effect, addresses.Union(of...))
	ofApp, second := admitted(list.Effect, entries)
	return ok && first && second && !policy.Ignores("type") && !ofAPI.Empty() && !ofApp.Empty() && ofAPI.Intersect(ofApp).Empty()
}

// admitted returns whom a list lets in, and whether that is known. One that denies every IPv4 address is the subject of other rules.
func admitted(effect schema.Value[string], entries addresses.Set) (addresses.Set, bool) {
	text, ok := effect.Get()
	if strings.EqualFold(text, "PERMIT") {
		return entries, ok
	}
	return addresses.Everything().Without(entries), ok && strings.EqualFold(text, "DENY") && !entries.EveryIPv4()
}

func reportDisjoint(p *lint.Pass, list *schema.ApplicationACL, policy *schema.ACL, api *schema.API) {
	p.Reportf(list, list.Entries, "%s lets in no address that %s lets in: calls of %s to %s get APIG.0402 or APIG.0405", list, policy, list.Application.Target(), api).
		Relate(policy.Entries.Range(), "%s is the list of %s", policy, api).
		Remedyf("list the addresses from which %s calls in both %s and %s", list.Application.Target(), list, policy)
}
