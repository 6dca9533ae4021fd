package schema_test

import (
	"testing"

	"github.com/apiglint/apiglint/schema"
)

func TestCertified(t *testing.T) {
	const declared = `
variable "x" {}
resource "apig_group" "g" {}
resource "apig_group" "h" {}
resource "apig_group_domain_associate" "d" {
  group_id   = apig_group.g.id
  url_domain = "shop.example.com"
}
resource "apig_group_domain_associate" "unknown" {
  group_id   = apig_group.h.id
  url_domain = var.x
}
`
	type verdicts struct{ d, unknown schema.Verdict }
	for text, want := range map[string]verdicts{
		"": {schema.No, schema.No},
		`resource "apig_certificate_batch_domains_associate" "c" {
  verify_enabled_domain_names = ["Shop.example.com."]
}`: {schema.Yes, schema.Unsure},
		`resource "apig_certificate_batch_domains_associate" "c" {
  verify_disabled_domain_names = ["shop.example.com"]
}`: {schema.Yes, schema.Unsure},
		`resource "apig_global_certificate_batch_domains_associate" "c" {
  verify_disabled_domain_names = [apig_group_domain_associate.d.url_domain]
}`: {schema.Yes, schema.Unsure},
		`resource "apig_global_certificate_batch_domains_associate" "c" {
  verify_disabled_domain_names = ["other.example.com"]
}`: {schema.No, schema.Unsure},
		`resource "apig_global_certificate_batch_domains_associate" "c" {
  count                        = var.x
  verify_disabled_domain_names = ["shop.example.com"]
}`: {schema.Unsure, schema.Unsure},
		`resource "apig_global_certificate_batch_domains_associate" "c" {
  verify_disabled_domain_names = ["other.example.com", var.x]
}`: {schema.Unsure, schema.Unsure},
		`resource "apig_global_certificate_batch_domains_associate" "c" {
  verify_disabled_domain_names = var.x
}`: {schema.Unsure, schema.Unsure},
		`resource "apig_domain_certificate_associate" "c" {
  group_id  = apig_group.g.id
  domain_id = apig_group_domain_associate.d.domain_id
}`: {schema.Yes, schema.Unsure},
		`resource "apig_domain_certificate_associate" "c" {
  domain_id = apig_group_domain_associate.unknown.domain_id
}`: {schema.Unsure, schema.Yes}, // the names may be the same
		`resource "apig_domain_certificate_associate" "c" {
  count     = var.x
  domain_id = apig_group_domain_associate.d.domain_id
}`: {schema.Unsure, schema.Unsure},
		`resource "apig_domain_certificate_associate" "c" {
  group_id  = apig_group.g.id
  domain_id = var.x
}`: {schema.Unsure, schema.No},
		`resource "apig_domain_certificate_associate" "c" {
  domain_id = var.x
}`: {schema.Unsure, schema.Unsure},
	} {
		c := hostConfig(t, declared+text)
		got := verdicts{c.Certified(domain(t, c, "d")), c.Certified(domain(t, c, "unknown"))}
		if got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

func TestSpeaks(t *testing.T) {
	for text, want := range map[string][2]schema.Verdict{ // HTTP, HTTPS
		"":                                     {schema.No, schema.No},
		api("a", `"HTTPS"`):                    {schema.No, schema.Yes},
		api("a", `"GRPCS"`):                    {schema.No, schema.Yes},
		api("a", `"BOTH"`):                     {schema.Yes, schema.Yes},
		api("a", `"HTTP"`):                     {schema.Yes, schema.No},
		api("a", `"HTTP"`) + api("b", "var.x"): {schema.Yes, schema.Unsure},
		api("a", "var.x"):                      {schema.Unsure, schema.Unsure},
		api("a", `"https"`):                    {schema.Unsure, schema.Unsure},
		api("a", `"HTTP"`, "count = var.x"):    {schema.Unsure, schema.No},
		"resource \"apig_api\" \"loose\" {\ngroup_id = var.x\n}\n": {schema.Unsure, schema.Unsure},
	} {
		c := hostConfig(t, "variable \"x\" {}\nresource \"apig_group\" \"g\" {}\n"+text)
		g := group(t, c, "g")
		if got := [2]schema.Verdict{c.Speaks(g, "HTTP"), c.Speaks(g, "HTTPS")}; got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

func api(name, protocol string, more ...string) string {
	text := "resource \"apig_api\" \"" + name + "\" {\ngroup_id = apig_group.g.id\nrequest_protocol = " + protocol + "\n"
	for _, line := range more {
		text += line + "\n"
	}
	return text + "}\n"
}
