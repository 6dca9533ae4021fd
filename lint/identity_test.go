package lint_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// placed reports every parameter of an API on its name, and every API that has no timeout.
var placed = &lint.Rule{
	ID: "TST103", Name: "placed", Level: lint.Warning,
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		for _, param := range api.Params.Certain() {
			p.Reportf(api, param.Name, "a name")
		}
		p.Reportf(api, api.Path, "a path")
		p.Reportf(api, api, "an API")
		for n := range api.Block.Args {
			p.Reportf(api, lint.At(api.Block.Args[n].NameRange()), "an argument")
		}
	}),
}

func identities(findings []*lint.Finding) string {
	var all []string
	for _, f := range findings {
		for _, id := range f.Identities() {
			all = append(all, fmt.Sprintf("%s|%s|%s", id.Root, id.Resource, id.Path))
		}
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
}

const api = `resource "huaweicloud_apig_api" "a" {
  name         = "a"
  request_path = "/a"
  request_params {
    name = "one"
  }
  request_params {
    name = "two"
  }
  request_params {
    name = var.three
  }
}
variable "three" {}`

// A finding is where it is in its resource, whatever the text looks like.
func TestPlacesDoNotDependOnText(t *testing.T) {
	want := strings.Join([]string{
		"in|huaweicloud_apig_api.a|",
		"in|huaweicloud_apig_api.a|name", "in|huaweicloud_apig_api.a|request_params[2].name",
		"in|huaweicloud_apig_api.a|request_params[one].name", "in|huaweicloud_apig_api.a|request_params[two].name",
		"in|huaweicloud_apig_api.a|request_path", "in|huaweicloud_apig_api.a|request_path",
	}, "\n")
	for name, files := range map[string]map[string]string{
		"as it is": {"in/main.tf": api},
		"reordered": {"in/z.tf": `variable "three" {}
resource "huaweicloud_apig_api" "a" {
  request_params {

    name = "two"
  }
  request_params { name = "one" } # here
  request_params { name = "${var.three}" }
  request_path = "/a"
  name = "a"
}`},
		"dynamic": {"in/main.tf": `variable "three" {}
resource "huaweicloud_apig_api" "a" {
  dynamic "request_params" {
    for_each = ["one", "two", var.three]
    content { name = request_params.value }
  }
  request_path = local.path
  name = "a"
}
locals { path = "/a" }`},
		"JSON": {"in/main.tf.json": `{"variable": {"three": {}}, "resource": {"huaweicloud_apig_api": {"a": [
			{"name": "a", "request_params": [{"name": "one"}, {"name": "two"}, {"name": "${var.three}"}], "request_path": "/a"}]}}}`},
	} {
		result := lint.Run(lint.Options{Rules: []*lint.Rule{placed}}, load(t, "in", files))
		if got := identities(result.Findings); got != want {
			t.Errorf("%s: findings are at\n%s\nwant\n%s", name, got, want)
		}
	}
}

// A secret is no name for a place.
func TestPlacesShowNoSecrets(t *testing.T) {
	files := map[string]string{"in/main.tf": strings.Replace(api, `variable "three" {}`, `variable "three" {
  default   = "hunter2"
  sensitive = true
}`, 1)}
	result := lint.Run(lint.Options{Rules: []*lint.Rule{placed}}, load(t, "in", files))
	var out bytes.Buffer
	if err := lint.WriteBaseline(&out, lint.CountsOf(result.Findings), []*lint.Rule{placed}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "hunter2") || !strings.Contains(out.String(), "request_params[2].name") {
		t.Errorf("the baseline is\n%s", &out)
	}
}

// What was there is there once: a second finding of the same identity is new.
func TestFindingsAreCounted(t *testing.T) {
	vpcs := func(keys string) *schema.Config {
		return load(t, ".", map[string]string{"main.tf": `resource "huaweicloud_vpc" "a" {
  for_each = toset([` + keys + `])
  name     = "x"
}`})
	}
	run := func(keys string) lint.Result { return lint.Run(lint.Options{Rules: []*lint.Rule{named}}, vpcs(keys)) }
	same := func(id lint.Identity) lint.Identity { return id }
	for _, test := range []struct{ before, after, introduced, unchanged, fixed string }{
		{`"a", "b"`, `"a", "b"`, "", `3:TST101 huaweicloud_vpc.a["a"] huaweicloud_vpc.a["b"]`, ""},
		{`"a"`, `"a", "b", "c"`, `3:TST101 huaweicloud_vpc.a["b"] huaweicloud_vpc.a["c"]`, `3:TST101 huaweicloud_vpc.a["a"]`, ""},
		{`"a", "b"`, `"b"`, "", `3:TST101 huaweicloud_vpc.a["b"]`, `3:TST101 huaweicloud_vpc.a["a"]`},
		{``, `"b"`, `3:TST101 huaweicloud_vpc.a["b"]`, "", ""},
	} {
		review := lint.Compare(run(test.before), run(test.after), nil, nil, same)
		for what, pair := range map[string][2]string{
			"introduced": {found(review.Introduced), test.introduced},
			"unchanged":  {found(review.Unchanged), test.unchanged},
			"fixed":      {found(review.Fixed), test.fixed},
		} {
			if pair[0] != pair[1] {
				t.Errorf("%s to %s: %s is %q, want %q", test.before, test.after, what, pair[0], pair[1])
			}
		}
	}
	known := lint.CountsOf(run(`"a"`).Findings)
	double := run(`"a"`)
	double.Findings = append(double.Findings, run(`"a"`).Findings...)
	introduced, unchanged, gone := lint.Subtract(known, double)
	if len(introduced) != 1 || len(unchanged) != 1 || len(gone) != 0 {
		t.Errorf("of two findings with one identity %d are new, %d known, %d gone", len(introduced), len(unchanged), len(gone))
	}
}

func TestRenamed(t *testing.T) {
	const modules = `
module "m" {
  source   = "./m"
  for_each = toset(["x"])
}`
	config := func(root, inside string) []*schema.Config {
		return []*schema.Config{load(t, ".", map[string]string{"main.tf": root, "m/main.tf": inside})}
	}
	const vpc = `resource "huaweicloud_vpc" "%s" { %s }`
	for _, test := range []struct {
		name          string
		before, now   []*schema.Config
		address, want string
	}{
		{"nothing", nil, config("", ""), "huaweicloud_vpc.a", "huaweicloud_vpc.a"},
		{"count", nil, config(fmt.Sprintf(vpc, "a", "count = 2"), ""), "huaweicloud_vpc.a", "huaweicloud_vpc.a[0]"},
		{"no count", nil, config(fmt.Sprintf(vpc, "a", ""), ""), "huaweicloud_vpc.a[0]", "huaweicloud_vpc.a"},
		{
			"all instances", nil, config("moved {\n from = huaweicloud_vpc.a\n to = huaweicloud_vpc.b\n}", ""),
			`huaweicloud_vpc.a["k.b"]`, `huaweicloud_vpc.b["k.b"]`,
		},
		{
			"one instance", nil, config("moved {\n from = huaweicloud_vpc.a[0]\n to = huaweicloud_vpc.b\n}", ""),
			`huaweicloud_vpc.a[0]`, `huaweicloud_vpc.b`,
		},
		{
			"another instance", nil, config("moved {\n from = huaweicloud_vpc.a[0]\n to = huaweicloud_vpc.b\n}", ""),
			`huaweicloud_vpc.a[1]`, `huaweicloud_vpc.a[1]`,
		},
		{
			"a longer name", nil, config("moved {\n from = huaweicloud_vpc.a\n to = huaweicloud_vpc.b\n}", ""),
			`huaweicloud_vpc.ab`, `huaweicloud_vpc.ab`,
		},
		{
			"into a module, and on within it", nil, config(
				"moved {\n from = huaweicloud_vpc.a\n to = module.m[\"x\"].huaweicloud_vpc.b\n}"+modules,
				"moved {\n from = huaweicloud_vpc.b\n to = huaweicloud_vpc.c\n}\n"+fmt.Sprintf(vpc, "c", "")),
			"huaweicloud_vpc.a", `module.m["x"].huaweicloud_vpc.c`,
		},
		{
			"a module", nil, config("moved {\n from = module.old\n to = module.m[\"x\"]\n}"+modules, ""),
			"module.old.huaweicloud_vpc.a", `module.m["x"].huaweicloud_vpc.a`,
		},
		{
			"in a circle", nil, config("moved {\n from = huaweicloud_vpc.a\n to = huaweicloud_vpc.b\n}\nmoved {\n from = huaweicloud_vpc.b\n to = huaweicloud_vpc.a\n}", ""),
			"huaweicloud_vpc.a", "huaweicloud_vpc.a",
		},
		{
			"a name that is used again", nil,
			config("moved {\n from = huaweicloud_vpc.a\n to = huaweicloud_vpc.b\n}\n"+fmt.Sprintf(vpc, "a", ""), ""),
			"huaweicloud_vpc.a", "huaweicloud_vpc.a",
		},
		{
			"a move since then", config("", ""),
			config("moved {\n from = huaweicloud_vpc.a\n to = huaweicloud_vpc.b\n}\n"+fmt.Sprintf(vpc, "a", ""), ""),
			"huaweicloud_vpc.a", "huaweicloud_vpc.b",
		},
		{
			"a move before", config("moved {\n from = huaweicloud_vpc.a\n to = huaweicloud_vpc.b\n}", ""),
			config("moved {\n from = huaweicloud_vpc.a\n to = huaweicloud_vpc.b\n}", ""),
			"huaweicloud_vpc.a", "huaweicloud_vpc.a",
		},
	} {
		renamed := lint.Renamed(test.before, test.now)
		got := renamed(lint.Identity{Root: ".", Rule: "TST101", Resource: test.address})
		if got.Resource != test.want {
			t.Errorf("%s: %s is now %s, want %s", test.name, test.address, got.Resource, test.want)
		}
		if other := renamed(lint.Identity{Root: "other", Resource: test.address}); other.Resource != test.address {
			t.Errorf("%s: the address of another root is now %s", test.name, other.Resource)
		}
	}
	inJSON := load(t, ".", map[string]string{"main.tf.json": `{"moved": [
		{"from": "huaweicloud_vpc.a", "to": "huaweicloud_vpc.b[\"k\"]"}, {"from": "huaweicloud_vpc.c"}]}`})
	if got := lint.Renamed(nil, []*schema.Config{inJSON})(lint.Identity{Root: ".", Resource: "huaweicloud_vpc.a"}); got.Resource != `huaweicloud_vpc.b["k"]` {
		t.Errorf("in JSON syntax it is now %s", got.Resource)
	}
}

func TestBaselineIsReadAsItIsWritten(t *testing.T) {
	known := lint.Counts{
		{Root: ".", Rule: "TST101", Resource: `huaweicloud_vpc.a["<&"]`, Path: "name"}: 1,
		{Root: "../a b", Rule: "TST101", Resource: "huaweicloud_vpc.a"}:                3,
		{Root: ".", Rule: "IGN701", Path: "main.tf"}:                                   1,
	}
	var out bytes.Buffer
	if err := lint.WriteBaseline(&out, known, []*lint.Rule{named}); err != nil {
		t.Fatal(err)
	}
	const want = `{
  "version": 1,
  "findings": [
    {"root":".","rule":"IGN701","place":"main.tf"},
    {"root":".","rule":"TST101 named-vpc","resource":"huaweicloud_vpc.a[\"<&\"]","place":"name"},
    {"root":"../a b","rule":"TST101 named-vpc","resource":"huaweicloud_vpc.a","count":3}
  ]
}
`
	if got := out.String(); got != want {
		t.Errorf("written is\n%s", got)
	}
	read, err := lint.ReadBaseline(out.Bytes())
	if err != nil || !maps.Equal(read, known) {
		t.Errorf("read is %v, %v", read, err)
	}
	out.Reset()
	if err := lint.WriteBaseline(&out, nil, nil); err != nil || out.String() != "{\n  \"version\": 1,\n  \"findings\": []\n}\n" {
		t.Errorf("an empty one is %q", out.String())
	}
}

// What belongs to no resource is told by its directory and its file, not by where in the text it stands.
func TestIdentityOfAFile(t *testing.T) {
	f := &lint.Finding{Rule: placed, Root: "root", Path: "path"}
	f.Range.Filename = "root/m/main.tf"
	want := lint.Identity{Root: "root/m", Rule: "TST103", Path: "main.tf"}
	if got := f.Identities(); !slices.Equal(got, []lint.Identity{want}) {
		t.Errorf("it is %+v, and not %+v", got, want)
	}
}

// No baseline holds what is mandatory, and it holds everything else.
func TestMandatoryIsNotAccepted(t *testing.T) {
	free := &lint.Finding{Rule: placed, Resource: "free"}
	mandatory := &lint.Finding{Rule: placed, Resource: "mandatory", Mandatory: true}
	counts := lint.Counts{free.Identities()[0]: 1, mandatory.Identities()[0]: 1}
	want := lint.Counts{free.Identities()[0]: 1}
	if got := counts.Acceptable([]*lint.Finding{free, mandatory}); !maps.Equal(got, want) {
		t.Errorf("accepted are %v, and not %v", got, want)
	}
}
