package terragrunt

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestInputs reads the inputs of a unit beside which there is a root.hcl. What is not known is left out, and "…" says that there
// may be others.
func TestInputs(t *testing.T) {
	for _, test := range []struct{ name, unit, root, want string }{
		{"literals", `inputs = { a = "x", b = -1, c = [true, null], d = { e = dependency.x.outputs.y } }`, "", `a = cty.StringVal("x"), b = cty.NumberIntVal(-1), c = cty.TupleVal([]cty.Value{cty.True, cty.NullVal(cty.DynamicPseudoType)})`},
		{"locals", "locals {\n env = \"prod\"\n port = 80\n all = { a = \"${local.env}-${local.port}\" }\n}\ninputs = { a = local.all.a, b = local.other, c = basename(\"x\") }", "", `a = cty.StringVal("prod-80"), c = cty.StringVal("x")`},
		{"a local in a circle", "locals { a = local.a }\ninputs = { a = local.a, b = 1 }", "", "b = cty.NumberIntVal(1)"},
		{"all of them in a local", "locals { all = { a = 1 } }\ninputs = local.all", "", "a = cty.NumberIntVal(1)"},
		{"a call", `inputs = merge({ a = 1 }, {})`, "", "a = cty.NumberIntVal(1)"},
		{"a computed key", `inputs = { a = 1, (local.x) = 1, b = 2 }`, "", "b = cty.NumberIntVal(2), …"},
		{"shallow", including("") + `inputs = { a = { x = 1 } }`, `inputs = { a = { y = 2 }, b = "root" }`, `a = cty.ObjectVal(map[string]cty.Value{"x":cty.NumberIntVal(1)}), b = cty.StringVal("root")`},
		{"deep", including("deep") + `inputs = { a = { x = 1 }, l = [1] }`, `inputs = { a = { x = 3, y = 2 }, l = [2] }`, `a = cty.ObjectVal(map[string]cty.Value{"x":cty.NumberIntVal(1), "y":cty.NumberIntVal(2)})`},
		{"no merge", including("no_merge") + `inputs = { a = 1 }`, `inputs = { a = 2, b = 2 }`, "a = cty.NumberIntVal(1)"},
		{"another strategy", including("new") + `inputs = { a = 1, c = 1 }`, `inputs = { a = 2, b = 2 }`, "b = cty.NumberIntVal(2), c = cty.NumberIntVal(1), …"},
		{"a file that is not there", `include "x" { path = "../none.hcl" }` + "\n" + `inputs = { a = 1 }`, "", "a = cty.NumberIntVal(1), …"},
		{"a file that includes", including("") + `inputs = { a = 1 }`, `include "x" { path = "y.hcl" }`, "a = cty.NumberIntVal(1)"},
		{"arguments", "terraform {\n extra_arguments \"x\" {\n  arguments = [\"-lock-timeout=20m\"]\n }\n}\ninputs = { a = 1 }", "", "a = cty.NumberIntVal(1)"},
		{"variables among them", including("") + `inputs = { a = 1 }`, "terraform {\n extra_arguments \"x\" {\n  arguments = [\"-var-file=x\"]\n }\n}", "…"},
	} {
		files := fstest.MapFS{"live/prod/terragrunt.hcl": {Data: []byte(test.unit)}, "live/root.hcl": {Data: []byte(test.root)}}
		u := NewReader(files).Read("live/prod/terragrunt.hcl")
		var got []string
		for _, name := range slices.Sorted(maps.Keys(u.Inputs)) {
			if v, _ := u.Inputs[name].Value.UnmarkDeep(); v.IsWhollyKnown() {
				got = append(got, fmt.Sprintf("%s = %#v", name, v))
			}
		}
		if !u.Whole {
			got = append(got, "…")
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%s: %s, not %s", test.name, strings.Join(got, ", "), test.want)
		}
	}
}

func including(strategy string) string {
	if strategy != "" {
		strategy = fmt.Sprintf("\n  merge_strategy = %q", strategy)
	}
	return fmt.Sprintf("include \"root\" {\n  path = find_in_parent_folders(\"root.hcl\")%s\n}\n", strategy)
}

// TestOpens holds what may declare something beside the module.
func TestOpens(t *testing.T) {
	for _, test := range []struct {
		text string
		want bool
	}{
		{`inputs = {}`, false},
		{`include "x" { path = local.x }`, true},
		{generate("provider \\\"huaweicloud\\\" {\\n}"), false},
		{generate("terraform {\\n}"), false},
		{generate("resource \\\"a\\\" \\\"b\\\" {\\n}"), true},
		{generate("${local.x}"), true},
		{`terraform { after_hook "x" { execute = ["tflint"] } }`, false},
		{`terraform { before_hook "x" { execute = ["terraform", "fmt"] } }`, false},
		{`terraform { after_hook "x" { execute = ["./publish.sh"] } }`, true},
		{`terraform { after_hook "x" { execute = local.x } }`, true},
	} {
		text := strings.NewReplacer("{ after", "{\n after", "{ before", "{\n before", "] } }", "]\n}\n}", "{ execute", "{\nexecute", "x } }", "x\n}\n}").Replace(test.text)
		u := NewReader(fstest.MapFS{"a/terragrunt.hcl": {Data: []byte(text)}}).Read("a/terragrunt.hcl")
		if u == nil {
			t.Fatalf("%s cannot be read", text)
		}
		if got := slices.ContainsFunc(u.Unread, func(each Unread) bool { return each.Opens }); got != test.want {
			t.Errorf("%s: opens: %t", text, got)
		}
	}
}

func generate(contents string) string {
	return "generate \"x\" {\n  path = \"x.tf\"\n  contents = \"" + contents + "\"\n}\n"
}
