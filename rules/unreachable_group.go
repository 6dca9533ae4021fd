package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unreachableGroup finds groups that no host name leads to.
var unreachableGroup = &lint.Rule{
	ID: "DOM201", Name: "unreachable-group", Level: lint.Error, Cause: lint.DomainName,
	Title:     "a group with APIs that no domain name reaches",
	Codes:     []string{"APIG.0101"},
	ByRelease: true,
	Elsewhere: true,
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_group",
	},
	Check: lint.Given(func(p *lint.Pass) {
		stray := memo(func(g *schema.Gateway) []*schema.Domain { return strayDomains(p, g) })
		for _, group := range p.Groups {
			gateway := group.Gateway.Target()
			if gateway == nil || !p.Populated(group) || p.DomainsOf(group).Empty() != schema.Yes ||
				group.Debugging() != schema.No || p.CalledByAddress(gateway) != schema.No {
				continue
			}
			f := p.Reportf(group, group, "%s has APIs but no independent domain name, and its debugging domain name is off: calls get APIG.0101", group).
				Remedyf("%s, or set domain_access_enabled = true", bindDomain(group))
			for _, d := range stray(gateway) {
				f.Relate(d.Range(), "%s binds %s to %s, which has no APIs", d, hostOf(d), d.Group).
					Remedyf("bind %s to %s instead of %s, or set domain_access_enabled = true", hostOf(d), group, d.Group)
			}
		}
	}, lint.Of[schema.Group]),
}

// strayDomains returns the domains of a gateway that are bound to groups which certainly have no APIs, a few of them.
func strayDomains(p *lint.Pass, g *schema.Gateway) []*schema.Domain {
	var stray []*schema.Domain
	for _, group := range p.GroupsOf(g).Certain() {
		if p.APIsOf(group).Empty() == schema.Yes {
			stray = append(stray, p.DomainsOf(group).Certain()...)
		}
	}
	return stray[:min(3, len(stray))]
}
