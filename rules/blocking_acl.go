package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/addresses"
)

// blockingACL finds access control policies that nobody passes.
var blockingACL = &lint.Rule{
	ID: "POL503", Name: "blocking-acl", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Policy,
	Title: "an access control policy that blocks every caller",
	Codes: []string{"APIG.0402"},
	Links: []string{"https://support.huaweicloud.com/intl/en-us/api-apig/CreateAclStrategyV2.html"},
	Check: lint.Given(func(p *lint.Pass) {
		for _, acl := range p.ACLs {
			if ipv4, all := acl.Everyone(); ipv4 && acl.Effect.Is("DENY") {
				reportDenyAll(p, acl, all)
			}
		}
		applied := p.AppliedACLs()
		denials := denialsBySlot(applied)
		for _, permit := range applied {
			entries, ok := permit.Policy.Addresses().All()
			allowed := addresses.Union(entries...)
			if !permit.Policy.Effect.Is("PERMIT") || !ok || allowed.Empty() {
				continue
			}
			if deny, ok := denials[permit.Slot()]; ok && deny.set.Contains(allowed) {
				p.Reportf(permit.Policy, permit.Policy,
					"%s permits only addresses that %s denies: calls to %s get APIG.0402", permit.Policy, deny.by, permit.Subject()).
					Relate(deny.by.Entries.Range(), "%s denies these addresses", deny.by).
					Relate(permit.Policy.Entries.Range(), "%s permits these addresses", permit.Policy).
					Remedyf("take the addresses of callers out of %s, or unbind it from %s", deny.by, permit.Subject())
			}
		}
	}, lint.Of[schema.ACL]),
}

// reportDenyAll reports a list that denies every IPv4 address, at the level of what is certain.
func reportDenyAll(p *lint.Pass, acl *schema.ACL, all bool) {
	addresses, level := "address", lint.Error
	if !all {
		addresses, level = "IPv4 address", lint.Warning
	}
	calls := "calls to the APIs it is bound to get APIG.0402"
	if p.Used(acl) != schema.Yes {
		calls, level = "calls to any API it is bound to get APIG.0402", lint.Warning
	}
	p.ReportLevelf(level, acl, acl, "%s denies every %s: %s", acl, addresses, calls).
		Relate(acl.Entries.Range(), "%s denies these addresses", acl).
		Remedyf("list only the addresses to block in %s, or set type = \"PERMIT\" and list those of callers", acl)
}

// denial is what is denied on an API in an environment.
type denial struct {
	set addresses.Set
	by  *schema.ACL // the first of the policies
}

func denialsBySlot(applied []schema.Applied[schema.ACL]) map[schema.Slot]denial {
	lists := map[schema.Slot][]*schema.ACL{}
	for _, a := range applied {
		if a.Policy.Effect.Is("DENY") && a.Policy.Entity.Is("IP") {
			lists[a.Slot()] = append(lists[a.Slot()], a.Policy)
		}
	}
	denials := map[schema.Slot]denial{}
	for slot, policies := range lists {
		var sets []addresses.Set
		for _, policy := range policies {
			sets = append(sets, policy.Addresses().Certain()...)
		}
		denials[slot] = denial{addresses.Union(sets...), policies[0]}
	}
	return denials
}
