package rules

import (
	"crypto/x509"
	"time"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/certificates"
)

// expiredCertificate finds certificates that are not valid on the day on which the configuration is judged, or not much longer.
var expiredCertificate = &lint.Rule{
	ID: "DOM215", Name: "expired-certificate", Level: lint.Error, Lower: []lint.Level{lint.Warning, lint.Note}, Cause: lint.DomainName,
	Title:   "a certificate that has expired or soon will",
	Codes:   []string{"APIG.3148", "APIG.0205"},
	Symptom: "clients refuse the certificate, and a new certificate resource is refused with APIG.2102",
	Links: []string{
		"https://docs.otc.t-systems.com/api-gateway/api-ref/appendix/error_codes.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_certificate",
	},
	Check: lint.Each(func(p *lint.Pass, c *schema.Certificate) {
		if server := c.Text(c.Content).Server(); server != nil {
			reportServer(p, c, server)
		}
		if root := lastToExpire(c.Text(c.TrustedRoot).Chain); root != nil {
			reportAuthority(p, c, root)
		}
	}),
}

// reportServer reports a server's certificate by its dates.
func reportServer(p *lint.Pass, c *schema.Certificate, server *x509.Certificate) {
	const renewed = "set content and private_key of %s to a certificate that was renewed, and its key"
	from, until := server.NotBefore.UTC().Format(time.DateOnly), server.NotAfter.UTC().Format(time.DateOnly)
	switch state := certificates.StateOn(server, p.Today); {
	case state == certificates.Expired:
		p.Reportf(c, c.Content, "the certificate in content of %s expired on %s: clients refuse it, and a new resource is refused with APIG.2102", c, until).
			Remedyf(renewed, c)
	case state == certificates.Premature:
		p.ReportLevelf(lint.Warning, c, c.Content, "the certificate in content of %s is not valid before %s: clients refuse it until then", c, from).
			Remedyf("use a certificate that is already valid in content of %s", c)
	case state == certificates.Expiring:
		p.ReportLevelf(lint.Note, c, c.Content, "the certificate in content of %s expires on %s: clients refuse it from then on", c, until).
			Remedyf(renewed, c)
	case server.NotAfter.After(certificates.Latest):
		p.ReportLevelf(lint.Note, c, c.Content, "the certificate in content of %s expires on %s, after 2038-01-19: the apply may fail with APIG.3148", c, until).
			Remedyf("get a certificate for %s that expires before 2038-01-19", c)
	}
}

// lastToExpire returns the certificate that is valid longest, nil for none.
func lastToExpire(chain []*x509.Certificate) *x509.Certificate {
	var last *x509.Certificate
	for _, c := range chain {
		if last == nil || c.NotAfter.After(last.NotAfter) {
			last = c
		}
	}
	return last
}

// reportAuthority reports an authority of client certificates by its dates.
func reportAuthority(p *lint.Pass, c *schema.Certificate, root *x509.Certificate) {
	level, when := lint.Warning, "expired"
	switch certificates.StateOn(root, p.Today) {
	case certificates.Valid, certificates.Premature:
		return
	case certificates.Expiring:
		level, when = lint.Note, "expires"
	case certificates.Expired:
	}
	p.ReportLevelf(level, c, c.TrustedRoot, "the authority in trusted_root_ca of %s %s on %s: calls with client certificates that it has signed get APIG.0205",
		c, when, root.NotAfter.UTC().Format(time.DateOnly)).
		Remedyf("set trusted_root_ca of %s to the authority's new certificate", c)
}
