package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// inertRedirect finds redirects to HTTPS that lead nowhere.
var inertRedirect = &lint.Rule{
	ID: "DOM211", Name: "inert-redirect", Level: lint.Warning, Cause: lint.DomainName,
	Title:   "a redirect to HTTPS that has no effect",
	Symptom: "calls by HTTP are not redirected, or are sent to where nothing answers",
	Files:   texts,
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_group_domain_associate",
	},
	Check: func(p *lint.Pass) {
		for _, d := range p.Domains() {
			if port, ok := d.HTTPPort(); !ok || port == 0 || !d.ToTLS.Is(true) {
				continue
			}
			if why := whyInert(p, d); why != "" {
				p.Reportf(d, d, "%s redirects calls to %s to HTTPS, but %s: the redirect has no effect", d, hostOf(d), why)
			}
		}
	},
}

// whyInert answers what the redirect of a domain lacks, "" where it lacks nothing for certain.
func whyInert(p *lint.Pass, d *schema.Domain) string {
	port, certain := d.HTTPSPort()
	switch {
	case certain && port == 0:
		return "the domain offers no HTTPS"
	case d.Group == nil:
	case p.Populated(d.Group) && p.Speaks(d.Group, "HTTPS") == schema.No:
		return "no API of " + d.Group.Address + " speaks HTTPS"
	case certain && p.Certified(d) == schema.No:
		return "the domain has no certificate"
	}
	return ""
}
