package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// missingCertificate finds domains that offer HTTPS without a certificate.
var missingCertificate = &lint.Rule{
	ID: "DOM207", Name: "missing-certificate", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.DomainName,
	Title:     "a domain name that serves HTTPS without a certificate",
	Symptom:   "the TLS handshake fails, or the client does not trust the certificate",
	ByRelease: true,
	Elsewhere: true,
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_certificate_batch_domains_associate",
	},
	Check: lint.Given(func(p *lint.Pass) {
		speaks := memo(func(group *schema.Group) schema.Verdict { return p.Speaks(group, "HTTPS") })
		callee := memo(func(group *schema.Group) httpsCallee { return needsHTTPS(p, group) })
		for _, d := range p.Domains() {
			port, ok := d.HTTPSPort()
			if !ok || port == 0 || d.Group == nil || speaks(d.Group) != schema.Yes || p.Certified(d) != schema.No {
				continue
			}
			to := callee(d.Group)
			p.ReportLevelf(to.level, d, d, "%s serves HTTPS on port %d for %s without a certificate: HTTPS calls fail "+
				"unless the client verifies nothing", d, port, to.api).
				Remedyf("bind a certificate to %s %s", hostOf(d), withType(d.Resource, "apig_certificate_batch_domains_associate",
					"with a huaweicloud_apig_certificate_batch_domains_associate", "in the console, which this release of the provider cannot")).
				Relate(to.api.Range(), "%s is declared here", to.api)
		}
	}, lint.Of[schema.Group], lint.Of[schema.DomainBinding]),
}

// httpsCallee is an API that speaks HTTPS, and how bad it is when HTTPS does not work.
type httpsCallee struct {
	level lint.Level
	api   *schema.API
}

// needsHTTPS returns an API of the group that speaks HTTPS, one that speaks nothing else if there is one.
func needsHTTPS(p *lint.Pass, group *schema.Group) httpsCallee {
	var either *schema.API
	for _, api := range p.APIsOf(group).Certain() {
		switch {
		case api.Speaks("HTTPS") != schema.Yes || (api.Symbolic() && !group.Symbolic()):
		case api.Speaks("HTTP") == schema.No:
			return httpsCallee{lint.Error, api}
		case either == nil:
			either = api
		}
	}
	return httpsCallee{lint.Warning, either}
}
