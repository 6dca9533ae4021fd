package rules

import (
	"fmt"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// ineffectiveAccountACL finds lists of accounts on APIs that do not know their callers' accounts.
var ineffectiveAccountACL = &lint.Rule{
	ID: "POL506", Name: "ineffective-account-acl", Level: lint.Warning, Cause: lint.Policy,
	Title:   "an access control policy for accounts on an API without IAM authentication",
	Symptom: "none: the list has no effect",
	Links:   []string{"https://support.huaweicloud.com/intl/en-us/api-apig/CreateAclStrategyV2.html"},
	Check: lint.Given(func(p *lint.Pass) {
		type pair struct {
			acl *schema.ACL
			api *schema.API
		}
		seen := map[pair]bool{} // an API may have a policy in several environments
		without := map[*schema.ACL][]*schema.API{}
		for _, a := range p.AppliedACLs() {
			if a.API == nil || seen[pair{a.Policy, a.API}] || !a.Policy.Entity.Is("DOMAIN", "DOMAIN_ID") {
				continue
			}
			seen[pair{a.Policy, a.API}] = true
			if mode, ok := a.API.Authentication.Or("NONE"); ok && mode != "IAM" {
				without[a.Policy] = append(without[a.Policy], a.API)
			}
		}
		for _, acl := range p.ACLs {
			apis := without[acl]
			if len(apis) == 0 {
				continue
			}
			f := p.Reportf(acl, acl, "%s lists accounts, but %s does not use IAM authentication%s: the gateway does not know the accounts of callers",
				acl, apis[0], andOthers(len(apis))).
				Remedyf("set security_authentication = \"IAM\" in %s, or list addresses in %s (entity_type = \"IP\")", apis[0], acl)
			for _, api := range apis {
				f.Relate(api.Authentication.Range(), "the authentication of %s is here", api)
			}
		}
	}, lint.Of[schema.ACL]),
}

// andOthers says that as many APIs as are counted are meant where one is named.
func andOthers(count int) string {
	switch count {
	case 1:
		return ""
	case 2:
		return ", nor does another API"
	}
	return fmt.Sprintf(", nor do %d other APIs", count-1)
}
