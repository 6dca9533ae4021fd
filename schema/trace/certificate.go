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
	switch r := w.refusedOf(d); {
	case r.certificate == nil:
		return w.clientCertificate(d)
	case r.several:
		return uncertain(things(r.certificate, d), "%s has several certificates, and %s %s", w.host.name, r.certificate, r.why)
	default:
		return failed(things(r.certificate, d), "%s %s", r.certificate, r.why).place(r.certificate.Content.Range()).likely()
	}
}

// refusal is a certificate that clients refuse, nil where there is none.
type refusal struct {
	certificate *schema.Certificate
	why         string
	several     bool // the domain has others, too
}

// handshake is a domain that is called by a name, on a day.
type handshake struct {
	domain, name string
	day          time.Time
}

// refusedOf returns the certificate of a domain that clients refuse. All domains of a name have the same certificates.
func (w *walk) refusedOf(d *schema.Domain) refusal {
	host, _ := d.Host()
	return once(&indexed(w.Config).refused, handshake{host, w.host.name, w.call.Day}, func() refusal {
		uses := w.CertificatesOf(d)
		for _, use := range uses {
			c := use.Certificate
			if c == nil || c.Symbolic() || use.By.Symbolic() {
				continue
			}
			if why := w.refusal(c); why != "" {
				return refusal{c, why, slices.ContainsFunc(uses, func(other *schema.CertificateUse) bool { return other.Certificate != c })}
			}
		}
		return refusal{}
	})
}

// refusal says why clients refuse a certificate, "" where nothing that is known of it makes them.
func (w *walk) refusal(c *schema.Certificate) string {
	server := c.Text(c.Content).Server()
	if server == nil {
		return ""
	}
	if !certificates.Covers(server, w.host.name) {
		return "does not cover " + w.host.name
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
