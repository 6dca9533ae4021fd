package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// disjointAccessLists finds lists of an API and of an app that each let somebody in, and nobody together.
var disjointAccessLists = &lint.Rule{
	ID: "POL520", Name: "disjoint-access-lists", Level: lint.Error, Cause: lint.Policy,
	Title:     "an app whose access control list lets in nobody whom that of its API lets in",
	Codes:     []string{"APIG.0402", "APIG.0405"},
	Elsewhere: true,
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
			list := onlyListOf(p, authorization)
			if list == nil {
				continue
			}
			for _, item := range authorization.APIs.Certain() {
				api := item.Target()
				for _, policy := range ofAPIs[called{api, authorization.EnvironmentKey()}] {
					if !reported[pair{list, policy}] && api.Authentication.Is("APP") && disjoint(policy, list) {
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

// onlyListOf returns the list of the app that is authorized, where it is certainly the only one; else nil.
func onlyListOf(p *lint.Pass, authorization *schema.Authorization) *schema.ApplicationACL {
	app := authorization.Application.Target()
	if app == nil || authorization.Symbolic() || app.Symbolic() {
		return nil
	}
	lists, ok := p.ListsOf(app).All()
	if !ok || len(lists) != 1 || !lists[0].ExistsWith(app.Resource) {
		return nil
	}
	return lists[0]
}

// disjoint reports whether a list of an API and one of an app each let an address in, and none together. Lists that deny every IPv4
// address are the subject of other rules.
func disjoint(policy *schema.ACL, list *schema.ApplicationACL) bool {
	ofAPI, known := policy.Admitted()
	ofApp, too := list.Admitted()
	apiIPv4, _ := policy.Everyone()
	appIPv4, _ := list.Everyone()
	denied := apiIPv4 && policy.Effect.Is("DENY") || appIPv4 && list.Effect.Is("DENY")
	return known && too && !denied && !ofAPI.Empty() && !ofApp.Empty() && ofAPI.Intersect(ofApp).Empty()
}

func reportDisjoint(p *lint.Pass, list *schema.ApplicationACL, policy *schema.ACL, api *schema.API) {
	p.Reportf(list, list.Entries, "%s lets in no address that %s lets in: calls of %s to %s get APIG.0402 or APIG.0405", list, policy, list.Application.Target(), api).
		Relate(policy.Entries.Range(), "%s is the list of %s", policy, api).
		Remedyf("list the addresses from which %s calls in both %s and %s", list.Application.Target(), list, policy)
}
