package lint_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// quoted reports every VPC by the value of its name.
var quoted = &lint.Rule{
	ID: "TST103", Name: "quoted-vpc", Level: lint.Warning,
	Check: lint.Each(func(p *lint.Pass, vpc *schema.VPC) {
		name, _ := vpc.Name.Get()
		p.Reportf(vpc, vpc.Name, "a VPC is called %s", name)
	}),
}

// A value that a message has and the text at its place has not comes from somewhere, which is said unless it is a secret.
func TestValuesSayWhereTheyComeFrom(t *testing.T) {
	for name, test := range map[string]struct {
		files map[string]string
		want  string
	}{
		"a variables file": {map[string]string{
			"main.tf":          "variable \"n\" {}\nresource \"huaweicloud_vpc\" \"v\" {\n  name = var.n\n}",
			"terraform.tfvars": "\nn = \"x\"",
		}, `terraform.tfvars:2 var.n is "x"`},
		"a default":            {map[string]string{"main.tf": "variable \"n\" {\n  default = \"x\"\n}\nresource \"huaweicloud_vpc\" \"v\" {\n  name = var.n\n}"}, `main.tf:2 var.n is "x"`},
		"a local":              {map[string]string{"main.tf": "locals {\n  n = { a = \"x\" }\n}\nresource \"huaweicloud_vpc\" \"v\" {\n  name = local.n[\"a\"]\n}"}, `main.tf:2 local.n["a"] is "x"`},
		"the call":             {map[string]string{"main.tf": "module \"m\" {\n  source = \"./m\"\n  n = \"x\"\n}", "m/main.tf": "variable \"n\" {}\nresource \"huaweicloud_vpc\" \"v\" {\n  name = var.n\n}"}, `main.tf:3 var.n is "x"`},
		"JSON":                 {map[string]string{"main.tf.json": "{\"variable\": {\"n\": {\n\"default\": \"x\"}},\n\"resource\": {\"huaweicloud_vpc\": {\"v\": {\"name\": \"${var.n}\"}}}}"}, `main.tf.json:2 var.n is "x"`},
		"a secret":             {map[string]string{"main.tf": "variable \"n\" {\n  sensitive = true\n  default = \"x\"\n}\nresource \"huaweicloud_vpc\" \"v\" {\n  name = var.n\n}"}, ""},
		"what is unknown":      {map[string]string{"main.tf": "variable \"n\" {}\nresource \"huaweicloud_vpc\" \"v\" {\n  name = var.n\n}"}, ""},
		"what is written":      {map[string]string{"main.tf": "resource \"huaweicloud_vpc\" \"v\" {\n  name = \"x\"\n}"}, ""},
		"what is put together": {map[string]string{"main.tf": "locals {\n  n = \"x\"\n}\nresource \"huaweicloud_vpc\" \"v\" {\n  name = \"${local.n}-y\"\n}"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			result := lint.Run(lint.Options{Rules: []*lint.Rule{quoted}}, load(t, ".", test.files))
			var got []string
			for _, f := range result.Findings {
				for _, r := range f.Related {
					got = append(got, fmt.Sprintf("%s:%d %s", r.Range.Filename, r.Range.Start.Line, r.Message))
				}
			}
			if strings.Join(got, "\n") != test.want || len(result.Findings) != 1 {
				t.Errorf("the notes are %q, not %q", got, test.want)
			}
		})
	}
}
