package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// weakTLS finds domains that accept TLS 1.1.
var weakTLS = &lint.Rule{
	ID: "DOM208", Name: "weak-tls", Level: lint.Warning, Cause: lint.DomainName, Security: 5.3,
	Title:   "a domain name that accepts TLS 1.1",
	Symptom: "none: calls work, over a broken protocol",
	Fix:     "writes `TLSv1.2`, if the version is a literal",
	Links: []string{
		"https://www.rfc-editor.org/rfc/rfc8996",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_group_domain_associate",
	},
	Check: lint.Given(func(p *lint.Pass) {
		for _, d := range p.Domains() {
			if port, ok := d.HTTPSPort(); ok && port > 0 && d.MinTLS.Is("TLSv1.1") {
				p.Reportf(d, d.MinTLS, "%s accepts TLS 1.1 for %s: an attacker can downgrade connections to a broken protocol", d, hostOf(d)).
					Remedyf("set min_ssl_version = \"TLSv1.2\" on %s", d).
					Mend(d.MinTLS.Respell("TLSv1.1", "TLSv1.2"), `writes "TLSv1.2"`)
			}
		}
	}, lint.Of[schema.Group], lint.Of[schema.DomainBinding]),
}
