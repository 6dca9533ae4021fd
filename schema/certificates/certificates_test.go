package certificates_test

import (
	"crypto/x509"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/apiglint/apiglint/schema/certificates"
)

func TestKinds(t *testing.T) {
	block := func(label, body string) string {
		return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n"
	}
	const cert, key, locked = certificates.Certificate, certificates.PrivateKey, certificates.EncryptedKey
	for text, want := range map[string][]certificates.Kind{
		"":                           nil,
		"-----BEGIN CERTIFICATE":     nil,
		block("CERTIFICATE", "MIIB"): {cert},
		block("X509 CERTIFICATE", "MIIB") + block("RSA PRIVATE KEY", "MIIB"):           {cert, key},
		block("EC PARAMETERS", "Bggq") + block("EC PRIVATE KEY", "MIIB"):               {key},
		block("RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\nDEK-Info: x\n\nMIIB"):        {locked},
		block("ENCRYPTED PRIVATE KEY", "MIIB"):                                         {locked},
		"  -----BEGIN NEW CERTIFICATE REQUEST-----\n  MI":                              {certificates.Request},
		"'-----BEGIN PUBLIC KEY-----THE KEY-----END PUBLIC KEY-----'":                  {certificates.PublicKey},
		block("PRIVATE KEY", "MIIB") + "Proc-Type: 4,ENCRYPTED\n" + block("PKCS7", ""): {key},
	} {
		if got := certificates.Read(text); !slices.Equal(got.Kinds, want) || got.Chain != nil || got.Public != nil {
			t.Errorf("%q holds %q, not %q, with %d certificates and the key %v", text, got.Kinds, want, len(got.Chain), got.Public)
		}
	}
}

func TestCovers(t *testing.T) {
	c := &x509.Certificate{DNSNames: []string{"shop.example.com", "*.Example.org."}}
	for _, host := range strings.Fields("shop.example.com a.example.org *.example.org") {
		if !certificates.Covers(c, host) {
			t.Errorf("%s is not covered", host)
		}
	}
	for _, host := range strings.Fields("example.com a.shop.example.com example.org a.b.example.org *.example.com *.a.example.org org") {
		if certificates.Covers(c, host) {
			t.Errorf("%s is covered", host)
		}
	}
}

func TestStateOn(t *testing.T) {
	c := &x509.Certificate{NotBefore: time.Date(2026, 1, 10, 12, 0, 0, 0, time.UTC), NotAfter: time.Date(2026, 6, 30, 23, 59, 59, 0, time.UTC)}
	east := time.FixedZone("", 8*3600)
	for day, want := range map[time.Time]certificates.State{
		{}: certificates.Valid,
		time.Date(2026, 1, 9, 23, 59, 59, 0, time.UTC): certificates.Premature,
		time.Date(2026, 1, 10, 0, 0, 0, 0, time.UTC):   certificates.Valid,
		time.Date(2026, 4, 30, 23, 0, 0, 0, time.UTC):  certificates.Valid,
		time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC):    certificates.Expiring,
		time.Date(2026, 5, 1, 1, 0, 0, 0, east):        certificates.Expiring, // in UTC it is still April
		time.Date(2026, 6, 30, 1, 0, 0, 0, time.UTC):   certificates.Expiring,
		time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC):    certificates.Expired,
	} {
		if got := certificates.StateOn(c, day); got != want {
			t.Errorf("on %v it is %v, not %v", day, got, want)
		}
	}
}
