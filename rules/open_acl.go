package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// openACL finds lists of addresses that keep nobody out.
var openACL = &lint.Rule{
	ID: "POL504", Name: "open-acl", Level: lint.Warning, Cause: lint.Policy, Security: 5.3,
	Title:   "an access control policy that permits every address",
	Symptom: "none: every call is let in",
	Links:   []string{"https://support.huaweicloud.com/intl/en-us/api-apig/CreateAclStrategyV2.html"},
	Check: lint.Each(func(p *lint.Pass, acl *schema.ACL) {
		ipv4, all := acl.Everyone()
		if !ipv4 || !acl.Effect.Is("PERMIT") {
			return
		}
		addresses := "address"
		if !all {
			addresses = "IPv4 address"
		}
		p.Reportf(acl, acl, "%s permits every %s: it blocks no calls", acl, addresses).
			Relate(acl.Entries.Range(), "%s permits these addresses", acl).
			Remedyf("list only the addresses of callers in %s, or remove it", acl)
	}),
}
