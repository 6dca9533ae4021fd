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
	Doc: `` + "`is_http_redirect_to_https`" + ` answers GET and HEAD calls by HTTP with the same address by HTTPS. It works only where HTTPS
works: the domain has an HTTPS port and a certificate, and its APIs speak HTTPS or both. Where one of them is missing the redirect does
nothing, and callers go on in plain text, or are sent to where nobody answers.

The rule is silent where the domain offers no HTTP, which leaves nothing to redirect, and where ports, certificates or APIs are not
certain.

Open the HTTPS port, give the domain a certificate, and let the APIs speak HTTPS; or leave the redirect out.`,
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_group_domain_associate",
	},
	Bad: `
resource "huaweicloud_apig_group_domain_associate" "orders" {
  instance_id               = huaweicloud_apig_instance.main.id
  group_id                  = huaweicloud_apig_group.shop.id
  url_domain                = "orders.example.com"
  ingress_http_port         = 80
  ingress_https_port        = -1
  is_http_redirect_to_https = true
}
`,
	Good: `
resource "huaweicloud_apig_group_domain_associate" "orders" {
  instance_id               = huaweicloud_apig_instance.main.id
  group_id                  = huaweicloud_apig_group.shop.id
  url_domain                = "orders.example.com"
  min_ssl_version           = "TLSv1.2"
  ingress_http_port         = 80
  ingress_https_port        = 443
  is_http_redirect_to_https = true
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "orders" {
  instance_id                  = huaweicloud_apig_instance.main.id
  certificate_id               = var.certificate_id
  verify_disabled_domain_names = [huaweicloud_apig_group_domain_associate.orders.url_domain]
}
`,
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
