package rules

import (
	"fmt"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/certificates"
)

// unusableCertificate finds certificates whose texts the gateway cannot use.
var unusableCertificate = &lint.Rule{
	ID: "DOM213", Name: "unusable-certificate", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.DomainName,
	Title: "a certificate or a private key that the gateway cannot use",
	Codes: []string{"APIG.2101", "APIG.2104", "APIG.2105", "APIG.2106", "APIG.2109", "APIG.0205"},
	Links: []string{
		"https://docs.otc.t-systems.com/api-gateway/api-ref/appendix/error_codes.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_certificate",
	},
	Check: lint.Given(func(p *lint.Pass) {
		for _, c := range p.Certificates {
			reportTexts(p, c)
		}
		for _, s := range p.DomainCertificates {
			reportUnverifiable(p, s)
		}
	}, lint.Of[schema.Certificate], lint.Of[schema.DomainCertificate]),
}

// reportTexts reports what the texts of a certificate are, and what they have to do with each other.
func reportTexts(p *lint.Pass, c *schema.Certificate) {
	content, key := c.Text(c.Content), c.Text(c.PrivateKey)
	if !reportMisplaced(p, c, content, key) {
		reportChain(p, c, content, key)
	}
	if root := c.Text(c.TrustedRoot).Instead(certificates.Certificate); root != "" {
		reportInstead(p, c, c.TrustedRoot, root, "the certificate of the authority that signs client certificates")
	}
}

// reportUnverifiable reports a domain that asks for client certificates, where no authority says which ones are right.
func reportUnverifiable(p *lint.Pass, s *schema.DomainCertificate) {
	c := s.Certificate.Target()
	if on, _ := s.Verified.Get(); !on || c == nil || !c.TrustedRoot.Absent() || c.Ignores("trusted_root_ca") {
		return
	}
	p.ReportLevelf(lint.Warning, s, s.Verified, "%s verifies client certificates, and %s has no trusted_root_ca to verify them with: "+
		"the apply may fail, or callers get APIG.0205", s, c).
		Relate(c.Range(), "%s is here", c).
		Remedyf("set trusted_root_ca of %s to the certificate of the authority that signs them", c)
}

// reportMisplaced reports what is written in place of the certificate or its key, and reports whether anything is.
func reportMisplaced(p *lint.Pass, c *schema.Certificate, content, key certificates.Text) bool {
	inContent, inKey := content.Instead(certificates.Certificate), key.Instead(certificates.PrivateKey)
	const secret = "the private key in PEM"
	switch {
	case inContent == certificates.PrivateKey && inKey == certificates.Certificate:
		p.Reportf(c, c.Content, "content of %s is a private key, and private_key is a certificate: the apply fails with APIG.2106", c).
			Relate(c.PrivateKey.Range(), "the certificate is here").Remedyf("swap content and private_key of %s", c)
	case inKey == certificates.EncryptedKey:
		p.Reportf(c, c.PrivateKey, "private_key of %s is encrypted with a passphrase: the apply fails with APIG.2105", c).
			Remedyf("decrypt the key with openssl pkey, and set private_key of %s to its output", c)
	case inKey != "":
		reportInstead(p, c, c.PrivateKey, inKey, secret)
	}
	if inContent != "" && inKey != certificates.Certificate {
		reportInstead(p, c, c.Content, inContent, "the certificate in PEM, the server's first")
	}
	return inContent != "" || inKey != ""
}

func reportInstead(p *lint.Pass, c *schema.Certificate, argument schema.Value[string], is certificates.Kind, due string) {
	name := argument.Argument().Name
	p.Reportf(c, argument, "%s of %s is %s: the apply fails with APIG.2106", name, c, is).Remedyf("set %s of %s to %s", name, c, due)
}

// reportChain reports certificates in the wrong order, or that are not those of the key. No word of the texts is in the messages.
func reportChain(p *lint.Pass, c *schema.Certificate, content, key certificates.Text) {
	if len(content.Chain) == 0 {
		return
	}
	owner := 0
	if key.Public != nil {
		owner = content.Owner(key.Public)
	}
	astray := content.Astray()
	disordered := func(why, remedy string) {
		p.Reportf(c, c.Content, "the certificates in content of %s are not in order: %s: the apply fails with APIG.2104", c, why).
			Remedyf("%s in content of %s", remedy, c)
	}
	switch {
	case owner < 0:
		p.Reportf(c, c.PrivateKey, "private_key of %s does not belong to its certificate: the apply fails with APIG.2101", c).
			Relate(c.Content.Range(), "the certificate is here").Remedyf("set private_key of %s to the private key of the certificate", c)
	case owner > 0:
		disordered(fmt.Sprintf("private_key belongs to number %d", owner+1), fmt.Sprintf("put number %d first, and each issuer after what it has issued,", owner+1))
	case astray > 0:
		disordered(fmt.Sprintf("number %d has not issued the one before it", astray+1), "put the server's certificate first, and each issuer after what it has issued,")
	case certificates.Nameless(content.Chain[0]):
		p.Reportf(c, c.Content, "the certificate in content of %s has no subject alternative name (SAN): the apply fails with APIG.2109", c).
			Remedyf("get a certificate with its domain names as subject alternative names, and set content of %s to it", c)
	}
}
