package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// debuggingDomainOnly finds groups that callers reach by the debugging domain alone.
var debuggingDomainOnly = &lint.Rule{
	ID: "DOM202", Name: "debugging-domain-only", Level: lint.Warning, Lower: []lint.Level{lint.Note}, Cause: lint.DomainName,
	Title:     "a group that only its debugging domain name reaches",
	Codes:     []string{"APIG.0308"},
	ByRelease: true,
	Elsewhere: true,
	Links:     []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html"},
	Check: lint.Given(func(p *lint.Pass) {
		for _, gateway := range p.Gateways {
			if _, stray := strayDomain(p, gateway); stray != schema.No || p.CalledByAddress(gateway) != schema.No {
				continue
			}
			for _, group := range p.GroupsOf(gateway).Certain() {
				if group.Debugging() == schema.Yes && p.Populated(group) && p.DomainsOf(group).Empty() == schema.Yes {
					level := lint.Warning
					if !bindsDomains(group) {
						level = lint.Note // one may be bound in the console
					}
					p.ReportLevelf(level, group, group, "%s has no independent domain name, and its debugging domain name takes 1000 calls a day: "+
						"further calls get APIG.0308", group).
						Remedyf("%s", bindDomain(group))
				}
			}
		}
	}, lint.Of[schema.Gateway]),
}
