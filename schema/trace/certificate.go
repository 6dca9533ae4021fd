package trace

import (
	"fmt"
	"slices"
	"time"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/certificates"
)

// certificate asks whether clients accept what is known of a domain's certificate: whether it is for the host that they call, and valid on
// the day. One whose content is not known is taken to be.
func (w *walk) certificate(d *schema.Domain) Station {
	uses := w.CertificatesOf(d)
	for _, use := range uses {
		c := use.Certificate
		if c == nil || c.Symbolic() || use.By.Symbolic() {
			continue
		}
		why := w.refusal(c)
		if why == "" {
			continue
		}
		if slices.ContainsFunc(uses, func(other *schema.CertificateUse) bool { return other.Certificate != c }) {
			return uncertain(because(c, d), "%s has several certificates, and %s %s", w.host.name, c, why)
		}
		return failed(because(c, d), "%s %s", c, why).place(c.Content.Range()).likely()
	}
	return w.clientCertificate(d)
}

// refusal says why clients refuse a certificate, "" where nothing that is known of it makes them.
func (w *walk) refusal(c *schema.Certificate) string {
	server := c.Text(c.Content).Server()
	if server == nil {
		return ""
	}
	if !certificates.Covers(server, w.host.name) {
		return "is for other names than " + w.host.name
	}
	switch certificates.StateOn(server, w.call.Day) {
	case certificates.Expired:
		return fmt.Sprintf("expired on %s", server.NotAfter.UTC().Format(time.DateOnly))
	case certificates.Premature:
		return fmt.Sprintf("is not valid before %s", server.NotBefore.UTC().Format(time.DateOnly))
	case certificates.Valid, certificates.Expiring:
	}
	return ""
}
