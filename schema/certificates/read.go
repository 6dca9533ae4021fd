// Package certificates reads certificates and private keys in PEM: what a text holds, and what its parts have to do with each other.
package certificates

import (
	"crypto"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"strings"
)

// Kind is what a block of PEM is, as a noun.
type Kind string

// The kinds.
const (
	Certificate  Kind = "a certificate"
	PrivateKey   Kind = "a private key"
	EncryptedKey Kind = "an encrypted private key"
	PublicKey    Kind = "a public key"
	Request      Kind = "a certificate signing request"
	Encoded      Kind = "encoded in base64" // PEM as a whole, as filebase64 returns it
)

// kinds are the kinds by the labels of their blocks.
var kinds = map[string]Kind{
	"CERTIFICATE":             Certificate,
	"X509 CERTIFICATE":        Certificate,
	"TRUSTED CERTIFICATE":     Certificate,
	"CERTIFICATE REQUEST":     Request,
	"NEW CERTIFICATE REQUEST": Request,
	"PRIVATE KEY":             PrivateKey,
	"RSA PRIVATE KEY":         PrivateKey,
	"EC PRIVATE KEY":          PrivateKey,
	"DSA PRIVATE KEY":         PrivateKey,
	"OPENSSH PRIVATE KEY":     PrivateKey,
	"ENCRYPTED PRIVATE KEY":   EncryptedKey,
	"PUBLIC KEY":              PublicKey,
	"RSA PUBLIC KEY":          PublicKey,
}

// Text is what stands in a text in PEM. The zero Text is one of which nothing is known.
type Text struct {
	// Kinds are what its blocks say that they are, in order, whether they can be read or not. Blocks of other kinds are left out.
	Kinds []Kind
	// Chain are its certificates in order, none if one of them cannot be read.
	Chain []*x509.Certificate
	// Public is the public half of its private key, nil unless it has one that can be read.
	Public crypto.PublicKey
}

// Read reads a text. Blanks around lines are nothing: heredocs have them.
func Read(text string) Text {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	text = strings.Join(lines, "\n")
	t := Text{Kinds: kindsIn(text)}
	if decoded, err := base64.StdEncoding.DecodeString(text); err == nil && len(kindsIn(string(decoded))) > 0 {
		t.Kinds = []Kind{Encoded}
	}
	keys := 0
	for block, rest := pem.Decode([]byte(text)); block != nil; block, rest = pem.Decode(rest) {
		switch kinds[block.Type] {
		case Certificate:
			if c, err := x509.ParseCertificate(block.Bytes); err == nil {
				t.Chain = append(t.Chain, c)
			}
		case PrivateKey:
			keys++
			t.Public = public(block)
		case EncryptedKey, PublicKey, Request, Encoded:
		}
	}
	if len(t.Chain) != t.count(Certificate) {
		t.Chain = nil
	}
	if keys != 1 {
		t.Public = nil
	}
	return t
}

// kindsIn returns what the blocks of a text say that they are.
func kindsIn(text string) []Kind {
	var found []Kind
	for {
		_, after, begins := strings.Cut(text, "-----BEGIN ")
		label, rest, ends := strings.Cut(after, "-----")
		if !begins || !ends {
			return found
		}
		var block string
		block, text, _ = strings.Cut(rest, "-----END ")
		kind := kinds[label]
		if kind == PrivateKey && strings.Contains(block, "Proc-Type: 4,ENCRYPTED") {
			kind = EncryptedKey
		}
		if kind != "" {
			found = append(found, kind)
		}
	}
}

// public returns the public half of a private key, nil where it cannot be read.
func public(block *pem.Block) crypto.PublicKey {
	var key any
	var err error
	switch block.Type {
	case "RSA PRIVATE KEY":
		key, err = x509.ParsePKCS1PrivateKey(block.Bytes)
	case "EC PRIVATE KEY":
		key, err = x509.ParseECPrivateKey(block.Bytes)
	default:
		key, err = x509.ParsePKCS8PrivateKey(block.Bytes)
	}
	if signer, ok := key.(crypto.Signer); ok && err == nil {
		return signer.Public()
	}
	return nil
}

func (t Text) count(kind Kind) int {
	n := 0
	for _, k := range t.Kinds {
		if k == kind {
			n++
		}
	}
	return n
}

// Instead returns what the text holds in place of a kind, "" where it holds that, or nothing that is known.
func (t Text) Instead(of Kind) Kind {
	if len(t.Kinds) == 0 || t.count(of) > 0 {
		return ""
	}
	return t.Kinds[0]
}
