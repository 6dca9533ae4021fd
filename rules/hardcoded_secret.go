package rules

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
)

// hardcodedSecret finds secrets that everyone who reads the configuration knows.
var hardcodedSecret = &lint.Rule{
	ID: "AUT408", Name: "hardcoded-secret", Level: lint.Warning, Cause: lint.Authentication, Security: 7.5,
	Title:   "a secret in the configuration",
	Symptom: "none: the secret works, for everyone who has read it",
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_application"},
	Check: func(p *lint.Pass) {
		p.Idle("no argument holds a secret")
		for _, r := range p.Resources {
			for _, arg := range r.SecretArguments() {
				p.Idle("")
				for _, literal := range arg.Literals() {
					if isSecret(r, arg.Name, literal.Text) {
						reportSecret(p, r, arg, literal)
					}
				}
			}
		}
	},
}

// reportSecret points at the text where it stands in the argument, and otherwise at the argument that it feeds.
func reportSecret(p *lint.Pass, r *schema.Resource, arg *terraform.Argument, literal terraform.Literal) {
	const message = "the %s of %s is written in the configuration: anyone who can read it can use it"
	const remedy = "replace the secret, and take %s from a sensitive variable without a default or from a secret store"
	if terraform.Encloses(arg.Range(), literal.Range) {
		p.Reportf(r, lint.At(literal.Range), message, arg.Name, r).Remedyf(remedy, arg.Name)
		return
	}
	p.Reportf(r, lint.At(arg.Range()), message, arg.Name, r).Relate(literal.Range, "%s of %s is written here", arg.Name, r).Remedyf(remedy, arg.Name)
}

// publicOnes are arguments that the provider marks although everyone may see them: certificates, which every client
// gets, and the address in a zone's SOA record. They are secrets only if a private key is among the text.
var publicOnes = map[string][]string{
	"huaweicloud_apig_certificate": {"content", "trusted_root_ca"},
	"huaweicloud_dns_zone":         {"email"},
}

// isSecret reports whether a text in an argument that holds a secret is one, and not certainly something else.
func isSecret(r *schema.Resource, name, text string) bool {
	text = strings.TrimSpace(text)
	switch {
	case text == "" || (strings.HasPrefix(text, "<") && strings.HasSuffix(text, ">")):
		return false
	case name == "private_key" || slices.Contains(publicOnes[r.Facts.Name], name):
		return strings.Contains(text, "PRIVATE KEY")
	}
	return true
}
