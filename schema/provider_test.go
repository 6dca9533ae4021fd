package schema_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
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
		{required("1.61.5"), "1.69.0", schema.Yes, true, false, false},   // between those that are known: there is none
		{required("1.200.0"), "1.69.0", schema.Yes, true, true, false},
		{required("~> 1.200"), "1.69.0", schema.Yes, true, true, false},
		{required("> 1.200.0, < 1.300.0"), "1.69.0", schema.Yes, true, true, false},
		{required("< 1.20.0"), "1.26.1", schema.No, false, false, true},
		{required("2.0.0-rc.1"), "1.69.0", schema.Yes, true, true, false},
		{required(">= 1.20.0"), "1.26.1", schema.Unsure, true, true, true},
		{required("< 1.0.0, > 2.0.0"), "1.69.0", schema.Yes, true, false, false}, // none is allowed
		{required("1.69.0-beta1"), "1.69.0", schema.Unsure, false, false, false}, // it led up to that
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

// TestUnavailable holds what is remarked where no release of the provider fits what is required.
func TestUnavailable(t *testing.T) {
	required := func(source, version string) string {
		return "terraform {\n required_providers {\n huaweicloud = {\n source = \"" + source + "\"\n version = \"" + version + "\"\n }\n }\n}\n"
	}
	const home, mirror = "huaweicloud/huaweicloud", "mirror.example.com/huaweicloud/huaweicloud"
	for _, tt := range []struct{ root, child, locked, want string }{
		{required(home, ">= 1.70.0"), required(home, "< 1.60.0"), "", `no release of the provider huaweicloud/huaweicloud fits ">= 1.70.0" and "< 1.60.0"`},
		{required(home, "~> 1.60.0, >= 1.61.0"), "", "", `fits "~> 1.60.0, >= 1.61.0"`},
		{"", required(home, "1.61.5"), "", `fits "1.61.5"`},
		{required(mirror, "= 1.60.0, = 1.61.0"), "", "", "provider mirror.example.com/huaweicloud/huaweicloud fits"},
		{required(home, "> 1.97.1, < 1.97.2"), "", "", `fits "> 1.97.1, < 1.97.2"`},
		{required(home, "~> 1.60"), required(home, ">= 1.60.0"), "", ""},
		{required(home, "1.200.0"), required(home, "> 1.97.0"), "", ""},
		{required(home, "1.200.0"), required(home, "1.201.0"), "", `fits "1.200.0" and "1.201.0"`},
		{required(home, "> 1.200.0, < 1.200.2"), "", "", ""},
		{required(home, "< 1.26.0"), "", "", ""},
		{required(home, "1.70.0-beta1"), "", "", ""},
		{required(home, "1.70.0-beta1"), required(home, ">= 1.71.0"), "", `fits "1.70.0-beta1" and ">= 1.71.0"`},
		{required(mirror, ">= 1.70.0"), required(home, "< 1.60.0"), "", ""}, // these are two providers
		{required("g42cloud/g42cloud", "> 2.0.0, < 1.0.0"), "", "", ""},
		{required(home, ">= 1.70.0"), required(home, "< 1.60.0"), "1.70.0", ""}, // terraform init says it of the lock file
		{required(home, "no version"), "", "", ""},
	} {
		files := fstest.MapFS{
			"main.tf":       &fstest.MapFile{Data: []byte(tt.root + "resource \"huaweicloud_vpc\" \"main\" {}\nmodule \"child\" {\n source = \"./child\"\n}\n")},
			"child/main.tf": &fstest.MapFile{Data: []byte(tt.child)},
		}
		if tt.locked != "" {
			files[".terraform.lock.hcl"] = &fstest.MapFile{Data: []byte("provider \"registry.terraform.io/huaweicloud/huaweicloud\" {\n version = \"" + tt.locked + "\"\n}\n")}
		}
		c, err := schema.Load(configs.NewLoader(files), ".", terraform.Options{})
		if err != nil {
			t.Fatal(err)
		}
		schema.FromRoot(c.Root) // says nothing twice
		switch notes := c.Root.Notes; {
		case tt.want == "" && len(notes) > 0:
			t.Errorf("%s%s: %v", tt.root, tt.child, notes)
		case tt.want != "" && (len(notes) != 1 || !strings.Contains(notes[0].Message, tt.want) || notes[0].Unjudged || c.Resources[0].Provider.Has("1.97.0") != schema.Yes):
			t.Errorf("%s%s: %v, want %s", tt.root, tt.child, notes, tt.want)
		}
	}
}
