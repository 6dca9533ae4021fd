package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unresolvableDomain finds domains that DNS does not know.
var unresolvableDomain = &lint.Rule{
	ID: "DOM205", Name: "unresolvable-domain", Level: lint.Warning, Cause: lint.DomainName,
	Title:     "a domain name without a DNS record in its zone",
	Symptom:   "the name does not resolve",
	Elsewhere: true,
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/dns_recordset",
	},
	Check: lint.Given(func(p *lint.Pass) {
		for _, d := range p.Domains() {
			host, ok := d.Host()
			if !ok || wrongWith(host) != "" {
				continue
			}
			zone := p.ZoneOf(host)
			switch public := p.PublicZoneOf(host); {
			case zone != nil && zone.Status.Is("DISABLE") && !zone.Ignores("status"):
				p.Reportf(d, d.Name, "%s binds %s, but %s is disabled: callers cannot resolve the name", d, hostOf(d), zone).
					Remedyf("set status = \"ENABLE\" on %s", zone).
					Relate(zone.Status.Range(), "%s is disabled here", zone)
			case zone != nil && p.Resolves(host) == schema.No:
				p.Reportf(d, d.Name, "%s binds %s, but %s has no record for it: callers cannot resolve the name",
					d, hostOf(d), zone).
					Remedyf("add a huaweicloud_dns_recordset for %s to %s that points to the gateway", hostOf(d), zone).
					Relate(zone.Range(), "%s is declared here", zone)
			case public != nil && d.Gateway != nil && d.Gateway.PublicEntrance() == schema.Yes && p.ResolvesPublicly(host) == schema.No:
				p.Reportf(d, d.Name, "%s binds %s, but only a private zone has a record for it: callers on the internet cannot resolve the name",
					d, hostOf(d)).
					Remedyf("add a huaweicloud_dns_recordset for %s to %s with records = [%s.ingress_address]", hostOf(d), public, d.Gateway).
					Relate(public.Range(), "%s is declared here", public)
			}
		}
	}, lint.Of[schema.Group], lint.Of[schema.DomainBinding]),
}
