package rules

import (
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// misboundDomain finds domains that lead to a group without APIs while the APIs stand in another one.
var misboundDomain = &lint.Rule{
	ID: "DOM212", Name: "misbound-domain", Level: lint.Warning, Cause: lint.DomainName,
	Title: "a domain that leads past the group with the APIs",
	Codes: []string{"APIG.0101"},
	Files: texts,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html"},
	Check: func(p *lint.Pass) {
		for _, gateway := range p.Gateways {
			stray, certain := strayDomain(p, gateway)
			if certain != schema.Yes {
				continue
			}
			byAddress := p.CalledByAddress(gateway) == schema.Yes
			groups, _ := p.GroupsOf(gateway)
			for _, group := range groups {
				answers := byAddress || group.Debugging() == schema.Yes
				if answers && withoutDomain(p, group) && p.Offers(group) == schema.Yes {
					p.Reportf(group, group, "%s has published APIs and no domain of its own, while %s has a domain and no "+
						"published API: calls to %s get APIG.0101", group, stray.Group, hostOf(stray)).
						Relate(stray.Block, "the domain is bound here")
				}
			}
		}
	},
}

// strayDomain answers whether a domain of the gateway leads to a group without published APIs, and the first that
// does.
func strayDomain(p *lint.Pass, gateway *schema.Gateway) (*schema.Domain, schema.Verdict) {
	groups, complete := p.GroupsOf(gateway)
	verdict := schema.No
	if !complete {
		verdict = schema.Unsure
	}
	for _, group := range groups {
		domains, complete := p.DomainsOf(group)
		offers := p.Offers(group)
		if offers == schema.Yes || (complete && len(domains) == 0) {
			continue
		}
		bound := slices.IndexFunc(domains, func(d *schema.Domain) bool { return !d.Resource.Symbolic() })
		if offers == schema.No && bound >= 0 && !group.Symbolic() {
			return domains[bound], schema.Yes
		}
		verdict = schema.Unsure
	}
	return nil, verdict
}

// hostOf is a domain as messages about its binding name it: its host, where that is known and no secret.
func hostOf(d *schema.Domain) string {
	if host, ok := d.Host(); ok && !d.Name.Sensitive() {
		return host
	}
	return "its domain"
}
