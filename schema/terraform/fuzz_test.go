package terraform_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/discovery"
)

// maxInput keeps a fuzzer at inputs that it can change much of. TestHostile in cmd/apiglint has the large ones.
const maxInput = 16 << 10

var testdata = os.DirFS("../../testdata")

// surroundings are what the names of fuzzed text may mean.
var surroundings = map[string]string{
	"around.tf": `
variable "in" { type = any }
variable "text" { default = "text" }
variable "set" {
  type    = map(object({ a = optional(string, "b"), n = number }))
  default = { x = { n = 1 } }
}
locals {
  list   = ["a", "b", 3, null]
  map    = { a = 1, b = [true], c = "d" }
  nested = { for k, v in var.set : k => merge(v, { api = huaweicloud_vpc.v.id }) }
}
data "huaweicloud_vpcs" "all" {}
resource "huaweicloud_vpc" "v" {
  name = "v"
}
resource "huaweicloud_vpc" "many" {
  for_each = toset(["a", "b"])
  name     = each.key
}
module "child" {
  source = "./child"
  count  = 2
  in     = local.map
}
`,
	"child/main.tf": `
variable "in" {}
output "out" { value = [var.in, path.module] }
`,
	"text.txt":       "some text",
	"template.tftpl": "%{ for k, v in map ~}\n${k}=${jsonencode(v)}\n%{ endfor ~}\n",
}

// FuzzNative reads native syntax.
func FuzzNative(f *testing.F) {
	for _, seed := range linttest.Seeds(f, testdata, ".", ".tf") {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src []byte) { examine(t, "main.tf", src) })
}

// FuzzJSON reads JSON syntax.
func FuzzJSON(f *testing.F) {
	for _, seed := range linttest.Seeds(f, testdata, ".", ".tf.json") {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src []byte) { examine(t, "main.tf.json", src) })
}

// FuzzVariables reads variables files in both syntaxes.
func FuzzVariables(f *testing.F) {
	for _, seed := range []string{
		"", "in = [1, \"a\"]\n", "set = { y = { n = \"2\" } }\ntext = null\n", "in = 1\nin = 2\n", "in = <<A\nx${1}\nA\n",
		`{"in": "${x}", "set": {"z": {"a": null, "n": 1e400}}}`, `{"in": 1, "in": [2]}`,
	} {
		f.Add([]byte(seed), strings.HasPrefix(seed, "{"))
	}
	f.Fuzz(func(t *testing.T, src []byte, json bool) {
		name := "terraform.tfvars"
		if json {
			name += ".json"
		}
		examine(t, name, src)
	})
}

// FuzzExpression evaluates an expression among names that have values.
func FuzzExpression(f *testing.F) {
	for _, src := range linttest.Seeds(f, testdata, ".", ".tf") {
		for _, text := range expressions(src) {
			f.Add(text)
		}
	}
	for _, text := range []string{
		`templatefile("template.tftpl", { map = local.map })`, `templatestring(var.text, local.map)`, `file("../../etc/passwd")`,
		`fileset(".", "**/*.tf")`, `[for a in local.list : [for b in local.list : "${a}${b}"]]`, `module.child[*].out[0].b`,
		`{for k, v in local.nested : k => v.api...}`, `huaweicloud_vpc.many["a"].id == var.in ? 1 : "b"`,
		`regexall("(a*)*b", join("", range(30)))`, `format("%-10.3v|%[1]q", local.map...)`, `1e600000000`, `-1 / 0`,
		`try(local.list[9], var.in.a, "x")`, `cidrsubnets("10.0.0.0/8", 4, 4, 8)`, `yamldecode("a: &a [*a]")`,
		`jsondecode("[1, {\"a\": null}]")`, `setproduct(local.list, local.list, local.list)`, "<<-A\n  ${local.map.a}\n%{if true}x%{endif}\nA\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if _, diags := hclsyntax.ParseExpression([]byte(text), "", hcl.InitialPos); diags.HasErrors() {
			return
		}
		examine(t, "main.tf", []byte("locals {\n  result = (\n"+text+"\n)\n}\noutput \"result\" { value = local.result }\n"))
	})
}

// expressions returns the texts of the arguments of a file.
func expressions(src []byte) []string {
	file, diags := hclsyntax.ParseConfig(src, "", hcl.InitialPos)
	if diags.HasErrors() {
		return nil
	}
	var texts []string
	_ = hclsyntax.VisitAll(file.Body.(*hclsyntax.Body), func(n hclsyntax.Node) hcl.Diagnostics {
		if attr, ok := n.(*hclsyntax.Attribute); ok {
			if text := string(attr.Expr.Range().SliceBytes(src)); strings.ContainsAny(text, "([{?") {
				texts = append(texts, text)
			}
		}
		return nil
	})
	return texts
}

// FuzzDiscover walks through directories under the patterns of a .gitignore file.
func FuzzDiscover(f *testing.F) {
	f.Add("*.tf\n!a.tf\n", "a.tf\nb/a.tf\nb/c/main.tf")
	f.Add("/b/**/\n[a-c]\\ \n", "a/x.tf\nb/y.tf.json\n.hidden/z.tf\nb/c d/main.tf")
	f.Add("**/**/**/a*b*c*d*e\n{a,b}\n", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/bbbbbbbbbbbbbbbbbbbbb/main.tf")
	f.Fuzz(func(t *testing.T, patterns, names string) {
		if len(patterns)+len(names) > maxInput {
			return
		}
		defer linttest.Watch(t)()
		files := fstest.MapFS{".gitignore": {Data: []byte(patterns)}}
		for name := range strings.SplitSeq(names, "\n") {
			if name = path.Clean(name); fs.ValidPath(name) && !overlaps(files, name) {
				files[name] = &fstest.MapFile{Data: []byte("module \"m\" {\n  source = \"../b\"\n}\n")}
			}
		}
		found, err := discovery.Roots(configs.NewLoader(files), ".", "apiglint")
		if err != nil {
			t.Fatal(err)
		}
		if !slices.IsSorted(found.Roots) || len(slices.Compact(slices.Clone(found.Roots))) != len(found.Roots) {
			t.Errorf("%q are not sorted, or not different", found.Roots)
		}
		again, err := discovery.Roots(configs.NewLoader(files), ".", "apiglint")
		if err != nil || !slices.Equal(found.Roots, again.Roots) {
			t.Errorf("%q are found, and then %q, %v", found.Roots, again.Roots, err)
		}
	})
}

// overlaps reports whether a name is that of a directory of the files, or below one of them.
func overlaps(files fstest.MapFS, name string) bool {
	for other := range files {
		if name == "." || strings.HasPrefix(name+"/", other+"/") || strings.HasPrefix(other+"/", name+"/") {
			return true
		}
	}
	return false
}

// examine evaluates all that a root module holds, twice, with the same outcome. The text is one of its files.
func examine(t *testing.T, name string, src []byte) {
	if len(src) > maxInput {
		return
	}
	defer linttest.Watch(t)()
	files := fstest.MapFS{}
	for other, content := range surroundings {
		files[other] = &fstest.MapFile{Data: []byte(content)}
	}
	files[name] = &fstest.MapFile{Data: src}
	first := outcome(t, files, name)
	if second := outcome(t, files, name); first != second {
		t.Errorf("two runs differ:\n%s\n---\n%s", first, second)
	}
}

// outcome spells out everything that a root module evaluates to, and holds the ranges of the named file.
func outcome(t *testing.T, files fstest.MapFS, name string) string {
	root, err := terraform.Load(configs.NewLoader(files), ".", terraform.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	place := func(what string, at hcl.Range) {
		if at.Filename != name {
			return
		}
		if wrong := linttest.WrongRange(at, files[name].Data); wrong != "" {
			t.Errorf("%s: %s", what, wrong)
		}
	}
	var block func(what string, b *terraform.Block)
	block = func(what string, b *terraform.Block) {
		place(what, b.Header())
		for n := range b.Args {
			a := &b.Args[n]
			key := a.Name
			place(what+"."+key, a.Range())
			place(what+"."+key, a.NameRange())
			fmt.Fprintf(&out, "%s.%s = ", what, key)
			spell(&out, a.Value())
			elements, complete := a.Elements()
			fmt.Fprintln(&out, len(elements), complete, a.Literals(), a.Verbatim(), a.IsResourceReference(), a.CertainlySet(), a.MayBeDefaulted(), a.FromModuleInput(), a.Secret())
			for _, e := range elements {
				place(what+"."+key, e.Range)
			}
		}
		for i, nested := range b.Nested {
			block(fmt.Sprintf("%s.%s[%d]", what, nested.Type, i), nested)
		}
		for _, key := range slices.Sorted(maps.Keys(b.Open)) {
			place(what+"."+key, b.Open[key])
		}
	}
	for _, m := range root.ModuleInstances() {
		for _, res := range m.Module.Resources {
			place(res.Address(), res.Header)
			for _, i := range m.Instances(res) {
				block(i.Address, i.Block())
				region, ok := i.Region()
				spell(&out, region)
				fmt.Fprintln(&out, ok, len(i.Triggers()), i.Reach().Open())
			}
		}
		for ref := range root.References(m.Module) {
			place("a reference", ref.Range)
			fmt.Fprintln(&out, ref.Range)
		}
	}
	for _, v := range root.Outputs() {
		spell(&out, v)
	}
	for _, secret := range root.Secrets() {
		place("a secret", secret)
	}
	fmt.Fprintln(&out, root.OutputReach().Open(), len(root.Uses("name", "url")), len(root.URLs("name", "url")))
	for _, n := range root.Notes {
		place("a note", n.Range)
		fmt.Fprintln(&out, n)
	}
	for _, d := range root.Diagnostics {
		if d.Subject != nil {
			place("a diagnostic", *d.Subject)
		}
		fmt.Fprintln(&out, d)
	}
	return out.String()
}

// spell writes a value without its marks, and the origins among them.
func spell(out *strings.Builder, v cty.Value) {
	if v == cty.NilVal {
		return
	}
	for _, origin := range terraform.Origins(v) {
		fmt.Fprintf(out, "from %s.%s ", origin.Instance.Address, origin.Attr)
	}
	plain, _ := v.UnmarkDeep()
	_ = cty.Walk(plain, func(_ cty.Path, v cty.Value) (bool, error) {
		switch {
		case !v.IsKnown():
			out.WriteString("? ")
		case v.IsNull():
			out.WriteString("null ")
		case v.Type() == cty.String:
			fmt.Fprintf(out, "%q ", v.AsString())
		case v.Type() == cty.Number:
			out.WriteString(v.AsBigFloat().Text('p', 0) + " ") // decimal digits may be more than there is memory
		case v.Type() == cty.Bool:
			fmt.Fprint(out, v.True(), " ")
		}
		return out.Len() < 1<<20, nil
	})
	out.WriteString("\n")
}
