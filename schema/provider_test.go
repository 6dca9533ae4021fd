package schema_test

import (
	"testing"

	"github.com/apiglint/apiglint/schema"
)

// TestProvider reads which releases may be meant from required_providers of all modules.
func TestProvider(t *testing.T) {
	required := func(version string) string {
		return "terraform {\n required_providers {\n huaweicloud = {\n source = \"huaweicloud/huaweicloud\"\n version = \"" + version + "\"\n configuration_aliases = [huaweicloud.other]\n }\n }\n}\n"
	}
	for _, test := range []struct {
		text      string
		since     string
		has       schema.Verdict
		installs  bool
		newer     bool
		mayHave45 bool
	}{
		{"", "1.97.0", schema.Yes, true, false, false},
		{required("~> 1.61.0"), "1.61.1", schema.Unsure, true, false, false},
		{required("~> 1.61.0"), "1.69.0", schema.No, false, false, false},
		{required("~> 1.97.0"), "1.69.0", schema.Yes, true, true, false}, // a patch that is not known
		{required("~> 1.20.0"), "1.26.1", schema.No, false, false, true}, // older than all that are known
		{required("1.61.5"), "1.69.0", schema.No, false, false, false},   // not known, and between those that are
		{required(">= 1.20.0"), "1.26.1", schema.Unsure, true, true, true},
		{required("< 1.0.0, > 2.0.0"), "1.69.0", schema.Unsure, false, false, false}, // none is allowed
		{required("1.69.0-beta1"), "1.69.0", schema.Unsure, false, false, false},     // it led up to that
		{required("1.69.0-beta1"), "1.68.2", schema.Yes, true, false, false},
		{required("1.68.0-beta1"), "1.69.0", schema.No, false, false, false},
		{"terraform {\n required_providers {\n hw = {\n source = \"registry.example.com/HuaweiCloud/huaweicloud\"\n version = \"1.61.1\"\n }\n }\n}\n", "1.69.0", schema.No, false, false, false},
		{"provider \"huaweicloud\" {\n version = \"~> 1.61.0\"\n}\n", "1.69.0", schema.No, false, false, false}, // as before Terraform 0.13
		{required(">= 1.36.0"), "1.69.0", schema.Unsure, true, true, true},
		{required(">= 1.98.0"), "1.69.0", schema.Yes, true, true, false},
		{required("1.63.0"), "1.64.2", schema.Unsure, false, false, false}, // the tag was made anew
		{required("1.62.1"), "1.64.2", schema.No, false, false, false},
		{required("not a version"), "1.69.0", schema.Yes, true, false, false},
		{required("1.40.0"), "", schema.Yes, false, false, true},
		{"terraform {\n required_providers {\n huaweicloud = \"1.40.0\"\n }\n}\n", "1.69.0", schema.No, false, false, true},
		{"terraform {\n required_providers {\n huaweicloud = {\n source = \"example/other\"\n version = \"1.40.0\"\n }\n }\n}\n", "1.69.0", schema.Yes, true, false, false},
	} {
		p := load(t, test.text+`resource "huaweicloud_vpc" "main" {}`).Resources[0].Provider
		if got := p.Has(test.since); got != test.has {
			t.Errorf("%s has %s: %v", test.text, test.since, got)
		}
		if test.since != "" && (p.Installs(test.since) == schema.Yes) != test.installs {
			t.Errorf("%s installs %s: %v", test.text, test.since, !test.installs)
		}
		if p.MayBeNewer() != test.newer || p.MayHave("1.45.1") != test.mayHave45 {
			t.Errorf("%s: newer %v, old %v", test.text, p.MayBeNewer(), p.MayHave("1.45.1"))
		}
	}
}
