package rules

import (
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// misboundDomain finds domains that lead to a group without APIs while the APIs stand in another one.
var misboundDomain = &lint.Rule{
	ID: "DOM212", Name: "misbound-domain", Level: lint.Warning, Cause: lint.DomainName,
	Title:     "a domain name that is bound to a group without published APIs",
	Codes:     []string{"APIG.0101"},
	ByRelease: true,
	Elsewhere: true,
	Links:     []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html"},
	Check: lint.Given(func(p *lint.Pass) {
		for _, gateway := range p.Gateways {
			stray, certain := strayDomain(p, gateway)
			if certain != schema.Yes {
				continue
			}
			byAddress := p.CalledByAddress(gateway) == schema.Yes
			for _, group := range p.GroupsOf(gateway).Certain() {
				answers := byAddress || group.Debugging() == schema.Yes
				if answers && p.DomainsOf(group).Empty() == schema.Yes && p.Offers(group) == schema.Yes {
					p.Reportf(group, group, "%s has published APIs but no independent domain name, while %s has one but no "+
						"published API: calls to %s get APIG.0101", group, stray.Group, hostOf(stray)).
						Remedyf("bind %s to %s instead of %s", hostOf(stray), group, stray.Group).
						Relate(stray.Block, "%s binds it here", stray)
				}
			}
		}
	}, lint.Of[schema.Gateway]),
}

// strayDomain reports whether a domain of the gateway leads to a group without published APIs, and returns the first
// that does.
func strayDomain(p *lint.Pass, gateway *schema.Gateway) (*schema.Domain, schema.Verdict) {
	var stray *schema.Domain
	verdict := p.GroupsOf(gateway).Any(func(group *schema.Group) schema.Verdict {
		domains, offers := p.DomainsOf(group), p.Offers(group)
		if offers == schema.Yes || domains.Empty() == schema.Yes {
			return schema.No
		}
		bound := slices.IndexFunc(domains.Certain(), func(d *schema.Domain) bool { return !d.Resource.Symbolic() })
		if offers == schema.No && bound >= 0 && !group.Symbolic() {
			stray = domains.Certain()[bound]
			return schema.Yes
		}
		return schema.Unsure
	})
	return stray, verdict
}

// hostOf is a domain as messages about its binding name it: its host, where that is known and no secret.
func hostOf(d *schema.Domain) string {
	if host, ok := d.Host(); ok && !d.Name.Sensitive() {
		return host
	}
	return "its domain name"
}
