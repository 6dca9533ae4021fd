package certificates

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"strings"
)

// Owner returns the index of the certificate of the chain that a key belongs to, by its public half, -1 for none.
func (t Text) Owner(key crypto.PublicKey) int {
	for i, c := range t.Chain {
		if own, ok := c.PublicKey.(interface{ Equal(x crypto.PublicKey) bool }); ok && own.Equal(key) {
			return i
		}
	}
	return -1
}

// Astray returns the index of the first certificate of the chain that has not issued the one before it, 0 for none.
func (t Text) Astray() int {
	for i := 1; i < len(t.Chain); i++ {
		if !issued(t.Chain[i], t.Chain[i-1]) {
			return i
		}
	}
	return 0
}

// Server returns the certificate that clients see as the server's, nil where that is not certain.
func (t Text) Server() *x509.Certificate {
	if len(t.Chain) == 0 || t.Astray() > 0 {
		return nil
	}
	return t.Chain[0]
}

// issued reports whether a certificate may have issued another one. Names are compared as they read, since one name can be encoded
// in several ways.
func issued(by, c *x509.Certificate) bool {
	if len(c.AuthorityKeyId) > 0 && bytes.Equal(c.AuthorityKeyId, by.SubjectKeyId) {
		return true
	}
	return strings.EqualFold(c.Issuer.String(), by.Subject.String())
}

// Nameless reports whether a certificate names no alternative subjects, which clients compare with the host.
func Nameless(c *x509.Certificate) bool {
	return len(c.DNSNames)+len(c.IPAddresses)+len(c.EmailAddresses)+len(c.URIs) == 0
}

// Covers reports whether a certificate is for a host, in lower case. A host that begins with "*." stands for all names below it, and only
// the same name covers those.
func Covers(c *x509.Certificate, host string) bool {
	_, parent, _ := strings.Cut(host, ".")
	for _, name := range c.DNSNames {
		name = strings.ToLower(strings.TrimSuffix(name, "."))
		if name == host || name == "*."+parent {
			return true
		}
	}
	return false
}
