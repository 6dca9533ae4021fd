package rules

import (
	"github.com/apiglint/apiglint/lint"
)

// weakTLS finds domains that accept TLS 1.1.
var weakTLS = &lint.Rule{
	ID: "DOM208", Name: "weak-tls", Level: lint.Warning, Cause: lint.DomainName, Security: 5.3,
	Title:   "a domain that accepts TLS 1.1",
	Symptom: "none: calls work, over a protocol that is broken",
	Doc: `TLS 1.1 is retired (RFC 8996): it rests on SHA-1 and MD5, and browsers refuse it. ` + "`min_ssl_version = \"TLSv1.1\"`" + `
lets clients still negotiate it, and an attacker in between may make them.

It is legitimate for devices that cannot be updated: say so with an ignore comment. The rule is silent where the domain
offers no HTTPS, and where ` + "`min_ssl_version`" + ` is not set: its default depends on the region.

Set ` + "`min_ssl_version = \"TLSv1.2\"`" + `.`,
	Fix: "writes `TLSv1.2`, where the version is written out",
	Links: []string{
		"https://www.rfc-editor.org/rfc/rfc8996",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_group_domain_associate",
	},
	Bad: `
resource "huaweicloud_apig_group_domain_associate" "orders" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "orders.example.com"
  min_ssl_version    = "TLSv1.1"
  ingress_http_port  = -1
  ingress_https_port = 443
}
`,
	Good: `
resource "huaweicloud_apig_group_domain_associate" "orders" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "orders.example.com"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = 443
}
`,
	Check: func(p *lint.Pass) {
		for _, d := range p.Domains() {
			if port, ok := d.HTTPSPort(); ok && port > 0 && d.MinTLS.Is("TLSv1.1") {
				p.Reportf(d, d.MinTLS, "%s accepts TLS 1.1 for %s: callers can be brought to use a broken protocol", d, hostOf(d)).
					Mend(d.MinTLS.Respell("TLSv1.1", "TLSv1.2"), `writes "TLSv1.2"`)
			}
		}
	},
}
