package terraform_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/terraformtest"
)

// TestDifferential compares the values of generated expressions, in a root with modules, an override file and JSON, with what
// Terraform and OpenTofu plan for them. What they know may be unknown here; what is known here has to be what they say.
func TestDifferential(t *testing.T) {
	terraformtest.Each(t, func(t *testing.T, program string) {
		for seed := range 8 {
			if linttest.Sampled(seed) {
				t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) { t.Parallel(); compareGenerated(t, program, uint64(seed), 600) })
			}
		}
	})
}

// compareGenerated compares the values of n expressions.
func compareGenerated(t *testing.T, program string, seed uint64, n int) {
	t.Helper()
	g := &generator{rand.New(rand.NewPCG(seed, 0))} //nolint:gosec // the same expressions in every run
	expressions := make([]string, n)
	for i := range expressions {
		expressions[i] = g.value(3)
	}
	planned, root := bothSides(t, program, expressions, map[string]string{
		"main.tf": differentialSurroundings, "m/main.tf": differentialModule, "more.tf.json": differentialJSON,
		"x_override.tf": differentialOverride, "terraform.tfvars": differentialInputs,
	})
	alike, imprecise, beyond := 0, 0, 0
	for i, expression := range expressions {
		want, got := planned[fmt.Sprint("r", i)], evaluated(t, root, fmt.Sprint("local.r", i))
		switch {
		case got == want, got == unknown && want == failed:
			alike++
		case got == unknown, got == failed && want == unknown:
			imprecise++
		case want == unknown, want == failed:
			beyond++ // a newer HCL knows false && unknown, and refuses less
			t.Logf("%s\n  is %s\n  not %s", expression, want, got)
		default:
			t.Errorf("%s\n  is %s\n  not %s", expression, want, got)
		}
	}
	t.Logf("of %d values %d are alike, %d are not known here, %d are known here alone", n, alike, imprecise, beyond)
	if imprecise > n/10 || beyond > n/50 {
		t.Error("that is too many")
	}
}

// bothSides returns what a program plans for expressions in a root, r0 and so on, and the root with the local values of the same names.
func bothSides(t *testing.T, program string, expressions []string, files map[string]string) (map[string]string, *terraform.Root) {
	t.Helper()
	var results strings.Builder
	for i, e := range expressions {
		fmt.Fprintf(&results, "locals {\n  r%d = try(%s\n, \"!error\")\n}\noutput \"r%d\" {\n  value = nonsensitive(jsonencode(local.r%d))\n}\n", i, e, i, i)
	}
	files["results.tf"] = results.String()
	fsys := fstest.MapFS{}
	for name, content := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(content)}
	}
	root, err := terraform.Load(configs.NewLoader(fsys), ".", terraform.Options{Workspace: "default"})
	if err != nil || root.Diagnostics.HasErrors() {
		t.Fatal(err, root.Diagnostics)
	}
	return plannedOutputs(t, program, files), root
}

// What is compared where there is no value.
const unknown, failed = "unknown", `"!error"`

// plannedOutputs returns what a program plans for the outputs of a root: JSON, or unknown.
func plannedOutputs(t *testing.T, program string, files map[string]string) map[string]string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run := func(args ...string) []byte {
		cmd := exec.Command(program, args...) //nolint:gosec // arguments of this test
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "CHECKPOINT_DISABLE=1", "TF_DATA_DIR=", "TF_CLI_CONFIG_FILE="+os.DevNull)
		out, err := cmd.Output()
		if err != nil {
			var exit *exec.ExitError
			errors.As(err, &exit)
			t.Fatalf("%s %v: %v\n%s", program, args, err, exit.Stderr)
		}
		return out
	}
	run("init", "-backend=false")
	run("plan", "-out=plan", "-input=false")
	var plan struct {
		OutputChanges map[string]struct {
			After        string `json:"after"`
			AfterUnknown bool   `json:"after_unknown"`
		} `json:"output_changes"`
	}
	if err := json.Unmarshal(run("show", "-json", "plan"), &plan); err != nil {
		t.Fatal(err)
	}
	values := map[string]string{}
	plain := strings.NewReplacer(`\u003c`, "<", `\u003e`, ">", `\u0026`, "&")
	for name, output := range plan.OutputChanges {
		values[name] = plain.Replace(output.After)
		if output.AfterUnknown {
			values[name] = unknown
		}
	}
	return values
}

// evaluated returns the value of a reference: JSON, or unknown.
func evaluated(t *testing.T, root *terraform.Root, reference string) string {
	t.Helper()
	e, diags := hclsyntax.ParseExpression([]byte(reference), "", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	v, _ := root.Scope().Eval(e).UnmarkDeep()
	if !v.IsWhollyKnown() {
		return unknown
	}
	b, err := ctyjson.Marshal(v, v.Type())
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

const differentialSurroundings = `
resource "terraform_data" "u" {
  for_each = toset(["a"])
}
variable "text" { default = "text" }
variable "typed" {
  type    = string
  default = 80
}
variable "port" {
  type    = number
  default = "443"
}
variable "flag" {
  type    = bool
  default = "true"
}
variable "texts" {
  type    = list(string)
  default = ["a", 2, true]
}
variable "any_list" {
  type    = list(any)
  default = [1, "b"]
}
variable "bare_list" {
  type    = list
  default = ["1", "2"]
}
variable "bare_map" {
  type    = map
  default = { a = "1" }
}
variable "ports" {
  type    = set(number)
  default = [443, "80", 443]
}
variable "tags" {
  type    = map(string)
  default = { a = 1, b = "two" }
}
variable "api" {
  type    = object({ path = string, timeout = optional(number, 5000), tags = optional(list(string), []), port = optional(string) })
  default = { path = 1 }
}
variable "nothing" {
  type    = string
  default = null
}
variable "given" { type = list(object({ name = string, port = optional(number) })) }
variable "required" {
  type     = string
  nullable = false
  default  = "here"
}
locals {
  overridden = "main"
  unknown    = timestamp()
}
module "one" {
  source = "./m"
  name   = "one"
}
module "many" {
  source   = "./m"
  for_each = { x = "a", y = 2 }
  name     = each.value
}
module "counted" {
  source = "./m"
  count  = 2
  name   = count.index
}
`

const differentialModule = `
variable "name" { type = string }
output "name" { value = var.name }
output "length" { value = length(var.name) }
output "list" { value = [var.name, 1] }
`

const differentialJSON = `{"locals": {"json_text": "a-${var.text}", "json_number": 7, "json_list": ["${var.port}", 2, null], "json_object": {"k": "${var.typed}"}}}`

const differentialOverride = `
locals { overridden = 5 }
variable "text" { default = "overridden" }
`

const differentialInputs = `
given = [{ name = "a" }, { name = "b", port = "8080" }]
`

// generator writes expressions. Those that fail do so when they are evaluated, within try.
type generator struct{ *rand.Rand }

func (g *generator) pick(options ...string) string { return options[g.IntN(len(options))] }

// value is an expression of any type.
func (g *generator) value(depth int) string {
	if depth <= 0 {
		return g.leaf()
	}
	d := depth - 1
	switch g.IntN(14) {
	case 0, 1:
		return g.leaf()
	case 2, 3, 4:
		return fmt.Sprintf("(%s ? %s : %s)", g.condition(d), g.value(d), g.value(d))
	case 5:
		return "[" + g.value(d) + ", " + g.value(d) + "]"
	case 6:
		return fmt.Sprintf("{ a = %s, %s = %s }", g.value(d), g.pick("b", "c", `"d-e"`), g.value(d))
	case 7:
		return g.forList(d)
	case 8:
		return g.forMap(d)
	case 9:
		return g.text(d)
	case 10:
		return g.collection(d)
	case 11:
		return g.pick(
			g.collection(d)+g.pick("[0]", "[1]", `["a"]`, "[*]", ".a", "[*].name", ".*.name", ".path"),
			fmt.Sprintf("%s[%s]", g.collection(d), g.value(d)))
	case 12:
		return g.call(d)
	default:
		return g.condition(d)
	}
}

func (g *generator) leaf() string {
	return g.pick("1", "0", "443", "-2.5", `"443"`, `"all"`, `""`, `"true"`, `"1"`, "true", "false", "null", "[]", "{}",
		"var.text", "var.typed", "var.port", "var.flag", "var.texts", "var.ports", "var.tags", "var.api", "var.nothing", "var.given",
		"var.required", "var.any_list", "var.bare_list", "var.bare_map", "local.overridden", "local.unknown", "local.json_text", "local.json_number", "local.json_list", "local.json_object",
		"module.one.name", "module.one.list", "{ all = module.many }", `module.many["x"].length`, "module.counted[1].name", "module.counted[*].name",
		"path.module", "path.root", `var.api.timeout`, "var.api.tags", "var.given[0].port", `terraform_data.u["a"]`, "terraform.workspace", `module.many["y"].name`)
}

func (g *generator) condition(d int) string {
	if d <= 0 {
		return g.pick("true", "false", "var.flag", "local.unknown == null", `var.text == "text"`, "local.unknown == \"x\"", `"true"`)
	}
	d--
	switch g.IntN(6) {
	case 0:
		return fmt.Sprintf("(%s %s %s)", g.value(d), g.pick("==", "!="), g.value(d))
	case 1:
		return fmt.Sprintf("contains(%s, %s)", g.collection(d), g.value(d))
	case 2:
		return fmt.Sprintf("(%s %s %s)", g.condition(d), g.pick("&&", "||"), g.condition(d))
	case 3:
		return "!" + g.condition(d)
	case 4:
		return fmt.Sprintf("can(%s)", g.value(d))
	default:
		return fmt.Sprintf("(length(%s) %s %s)", g.collection(d), g.pick(">", "<", "==", ">="), g.pick("0", "1", "2"))
	}
}

func (g *generator) text(d int) string {
	d--
	switch g.IntN(5) {
	case 0:
		return fmt.Sprintf(`"x-${%s}"`, g.value(d))
	case 1:
		return fmt.Sprintf(`"${%s}"`, g.value(d))
	case 2:
		return fmt.Sprintf(`"%%{ if %s }yes%%{ else }${%s}%%{ endif }"`, g.condition(d), g.value(d))
	case 3:
		return fmt.Sprintf(`"%%{ for v in %s }${v},%%{ endfor }"`, g.collection(d))
	default:
		return fmt.Sprintf("jsonencode(%s)", g.value(d))
	}
}

func (g *generator) collection(d int) string {
	if d <= 0 {
		return g.pick("var.texts", "var.ports", "var.tags", "var.api", "var.given", "var.any_list", "var.bare_list", "[]", "{}", `["a", 1]`, `{ a = 1, b = "x" }`,
			"values(module.many)", "module.counted[*]", "local.json_list", `toset(["a", "b"])`, "[local.unknown]", "{ a = local.unknown }", "module.one.list", "null")
	}
	d--
	switch g.IntN(6) {
	case 0:
		return "[" + g.value(d) + ", " + g.value(d) + ", " + g.value(d) + "]"
	case 1:
		return fmt.Sprintf("%s(%s)", g.pick("tolist", "toset", "tomap", "keys", "values", "flatten", "distinct", "compact", "concat", "reverse", "sort", "setunion"), g.collection(d))
	case 2:
		return g.forList(d)
	case 3:
		return fmt.Sprintf("%s(%s, %s)", g.pick("merge", "concat", "setunion", "setintersection", "setsubtract", "coalescelist", "zipmap", "setproduct"), g.collection(d), g.collection(d))
	case 4:
		return fmt.Sprintf("(%s ? %s : %s)", g.condition(d), g.collection(d), g.collection(d))
	default:
		return g.forMap(d)
	}
}

func (g *generator) forList(d int) string {
	d--
	condition := g.pick("", "", " if v != null", " if can(v.name)", " if "+g.condition(d))
	body := g.pick("v", "k", "[k, v]", `"${k}"`, "{ n = v }", g.value(d), fmt.Sprintf("(%s ? v : %s)", g.condition(d), g.value(d)))
	return fmt.Sprintf("[for k, v in %s : %s%s]", g.collection(d), body, condition)
}

func (g *generator) forMap(d int) string {
	d--
	key := g.pick(`k`, `"${k}"`, `"k-${k}"`, "v", `"same"`)
	group := ""
	if key == `"same"` {
		group = "..."
	}
	return fmt.Sprintf("{ for k, v in %s : %s => %s%s }", g.collection(d), key, g.pick("v", "k", "v == null", g.value(d)), group)
}

func (g *generator) call(d int) string {
	d--
	switch g.IntN(8) {
	case 0:
		return fmt.Sprintf("coalesce(%s, %s)", g.value(d), g.value(d))
	case 1:
		return fmt.Sprintf("try(%s, %s)", g.value(d), g.value(d))
	case 2:
		return fmt.Sprintf("%s(%s)", g.pick("tostring", "tonumber", "tobool", "length", "one", "upper", "jsonencode", "nonsensitive", "sum", "max"), g.value(d))
	case 3:
		return fmt.Sprintf("lookup(%s, %s, %s)", g.collection(d), g.pick(`"a"`, `"b"`, `"zz"`), g.value(d))
	case 4:
		return fmt.Sprintf("element(%s, %s)", g.collection(d), g.pick("0", "1", "5"))
	case 5:
		return fmt.Sprintf("join(%s, %s)", g.pick(`","`, `""`), g.collection(d))
	case 6:
		return fmt.Sprintf("format(%s, %s)", g.pick(`"%s"`, `"%d"`, `"%v"`, `"%q"`), g.value(d))
	default:
		return fmt.Sprintf("index(%s, %s)", g.collection(d), g.value(d))
	}
}
