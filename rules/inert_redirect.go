package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// inertRedirect finds redirects to HTTPS that lead nowhere.
var inertRedirect = &lint.Rule{
	ID: "DOM211", Name: "inert-redirect", Level: lint.Warning, Cause: lint.DomainName,
	Title:     "a redirect to HTTPS that has no effect",
	Symptom:   "HTTP calls are not redirected, or are redirected to an address that does not answer",
	Elsewhere: true,
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_group_domain_associate",
	},
	Check: lint.Given(func(p *lint.Pass) {
		for _, d := range p.Domains() {
			if port, ok := d.HTTPPort(); !ok || port == 0 || !d.ToTLS.Is(true) {
				continue
			}
			if why, remedy := whyInert(p, d); why != "" {
				p.Reportf(d, d, "%s redirects HTTP calls for %s to HTTPS, but %s: the redirect has no effect", d, hostOf(d), why).
					Remedyf("%s, or remove the redirect from %s", remedy, d)
			}
		}
	}, lint.Of[schema.Group], lint.Of[schema.DomainBinding]),
}

// whyInert returns what the redirect of a domain certainly lacks and what to do about it, "" if it may lack nothing.
func whyInert(p *lint.Pass, d *schema.Domain) (why, remedy string) {
	port, certain := d.HTTPSPort()
	switch {
	case certain && port == 0:
		return "the domain name offers no HTTPS", "set ingress_https_port of " + d.Resource.Address + " to a port"
	case d.Group == nil:
	case p.Populated(d.Group) && p.Speaks(d.Group, "HTTPS") == schema.No:
		return "no API of " + d.Group.Address + " accepts HTTPS", "set request_protocol = \"BOTH\" on the APIs of " + d.Group.Address
	case certain && p.Certified(d) == schema.No:
		return "the domain name has no certificate", "bind a certificate to " + hostOf(d)
	}
	return "", ""
}
