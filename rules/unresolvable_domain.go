package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unresolvableDomain finds domains that DNS does not know.
var unresolvableDomain = &lint.Rule{
	ID: "DOM205", Name: "unresolvable-domain", Level: lint.Warning, Cause: lint.DomainName,
	Title:   "a domain without a DNS record in its zone",
	Symptom: "the name does not resolve",
	Files:   texts,
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/dns_recordset",
	},
	Check: func(p *lint.Pass) {
		for _, d := range p.Domains() {
			host, ok := d.Host()
			if !ok || wrongWith(host) != "" {
				continue
			}
			if zone := p.ZoneOf(host); zone != nil && p.Resolves(host) == schema.No {
				p.Reportf(d, d.Name, "%s is bound by %s, and %s holds no record for it: callers cannot resolve the name",
					hostOf(d), d, zone).Relate(zone.Range(), "the zone is declared here")
			}
		}
	},
}
