package rules

import (
	"crypto/x509"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/certificates"
)

// uncoveredDomain finds certificates that are for other names than the domain they are bound to.
var uncoveredDomain = &lint.Rule{
	ID: "DOM214", Name: "uncovered-domain", Level: lint.Error, Cause: lint.DomainName,
	Title:   "a certificate that does not cover its domain name",
	Codes:   []string{"APIG.2103"},
	Symptom: "clients refuse a certificate that is already bound",
	Links: []string{
		"https://docs.otc.t-systems.com/api-gateway/api-ref/appendix/error_codes.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_certificate_batch_domains_associate",
	},
	Check: lint.Given(func(p *lint.Pass) {
		for _, uses := range uncoveredUses(p) {
			var hosts []string
			for _, use := range uses {
				hosts = append(hosts, use.Host)
			}
			use, names := uses[0], "no host"
			if server := use.Certificate.Text(use.Certificate.Content).Server(); len(server.DNSNames) > 0 {
				names = prose.Some(server.DNSNames, "and")
			}
			p.Reportf(use.By, use.At, "%s binds %s to %s, but the certificate is for %s: the apply fails with APIG.2103, and clients refuse such a certificate",
				use.By, use.Certificate, prose.Some(hosts, "and"), names).
				Relate(use.Certificate.Content.Range(), "content of %s is here", use.Certificate).
				Remedyf("bind a certificate to %s that has this name as a subject alternative name", use.Host)
		}
	}, lint.Of[schema.Certificate], lint.Of[schema.DomainCertificate]),
}

// uncoveredUses returns the certificates that are bound to hosts that they do not cover, those of one text together.
func uncoveredUses(p *lint.Pass) [][]*schema.CertificateUse {
	server := memo(func(c *schema.Certificate) *x509.Certificate { return c.Text(c.Content).Server() })
	type place struct {
		by *schema.Resource
		at hcl.Range
	}
	var all [][]*schema.CertificateUse
	seen := map[place]int{}
	for _, use := range p.CertificateUses() {
		c := use.Certificate
		if c == nil || use.By.Symbolic() || c.Symbolic() || use.Host == "" {
			continue
		}
		if cert := server(c); cert == nil || certificates.Nameless(cert) || certificates.Covers(cert, use.Host) {
			continue
		}
		at := place{use.By, use.At.Range()}
		n, again := seen[at]
		if !again {
			n = len(all)
			seen[at], all = n, append(all, nil)
		}
		all[n] = append(all[n], use)
	}
	return all
}
