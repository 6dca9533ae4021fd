package terraform

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// evaluations are root modules whose local.result is known. Where Terraform is installed it has to agree.
var evaluations = []struct {
	name  string
	files map[string]string
	want  string
}{
	{
		name: "variables files override each other in Terraform's order",
		files: map[string]string{
			"main.tf": `
variable "a" {}
variable "b" {}
variable "c" {}
variable "d" { default = "default" }
locals { result = [var.a, var.b, var.c, var.d] }`,
			"terraform.tfvars":      `a = "tfvars"` + "\n" + `b = "tfvars"` + "\n" + `c = "tfvars"`,
			"terraform.tfvars.json": `{"b": "json", "c": "json"}`,
			"z.auto.tfvars":         `c = "auto"`,
			"y.auto.tfvars.json":    `{"c": "overridden"}`,
		},
		want: `["tfvars","json","auto","default"]`,
	},
	{
		name: "types convert, optional attributes get their defaults, null takes the default where it is not allowed",
		files: map[string]string{
			"main.tf": `
variable "api" {
  type = object({ path = string, timeout = optional(number, 5000), tags = optional(list(string), []), port = optional(string) })
  default = { path = 1 }
}
variable "name" {
  type     = string
  default  = "main"
  nullable = false
}
variable "nothing" {
  type    = string
  default = "x"
}
locals { result = [var.api, var.name, var.nothing] }`,
			"terraform.tfvars": "name = null\nnothing = null\n",
		},
		want: `[{"path":"1","port":null,"tags":[],"timeout":5000},"main",null]`,
	},
	{
		name: "modules hand values in and out, by count and for_each",
		files: map[string]string{
			"main.tf": `
module "one" {
  source = "./m"
  name   = "one"
}
module "many" {
  source   = "./m"
  for_each = { a = "x", b = "y" }
  name     = "${each.key}-${each.value}"
}
module "counted" {
  source = "./m"
  count  = 2
  name   = count.index
}
locals {
  result = [
    module.one.upper, module.many["b"].upper, module.counted[1].upper,
    [for k, m in module.many : "${k}=${m.upper}"], module.counted[*].upper,
    module.one.dir,
  ]
}`,
			"m/main.tf": `
variable "name" { type = string }
locals { upper = upper(var.name) }
output "upper" { value = local.upper }
output "dir" { value = path.module }`,
		},
		want: `["ONE","B-Y","1",["a=A-X","b=B-Y"],["0","1"],"m"]`,
	},
	{
		name: "a module may need another output of itself",
		files: map[string]string{
			"main.tf": `
module "m" {
  source = "./m"
  first  = "x"
  second = module.m.first
}
locals { result = module.m.second }`,
			"m/main.tf": `
variable "first" {}
variable "second" {}
output "first" { value = "${var.first}1" }
output "second" { value = "${var.second}2" }`,
		},
		want: `"x12"`,
	},
	{
		name: "override files win, argument by argument",
		files: map[string]string{
			"main.tf":          `variable "v" { default = "main" }` + "\n" + `locals { result = [var.v, local.l] }` + "\n" + `locals { l = 1 }`,
			"override.tf":      `variable "v" { default = "override" }`,
			"more_override.tf": `locals { l = 2 }`,
		},
		want: `["override",2]`,
	},
	{
		name: "both syntaxes in one module, templates in JSON strings",
		files: map[string]string{
			"main.tf": `variable "n" { default = 2 }`,
			"more.tf.json": `{"locals": {
				"//": "a comment",
				"list": [1, "${var.n}", true, null, "a-${var.n}", "${upper(\"x\")}"],
				"cond": "${var.n == 2 ? \"two\" : \"other\"}",
				"escaped": "$${x}",
				"object": {"k-${var.n}": {"deep": ["${local.cond}"]}},
				"result": ["${local.list}", "${local.cond}", "${local.escaped}", "${local.object}"]
			}}`,
		},
		want: `[[1,2,true,null,"a-2","X"],"two","${x}",{"k-2":{"deep":["two"]}}]`,
	},
	{
		name: "for expressions, splats, heredocs, templates, conditionals",
		files: map[string]string{
			"main.tf": `
locals {
  apis   = { list = { path = "/a", public = true }, make = { path = "/b", public = false } }
  public = { for k, v in local.apis : k => v.path if v.public }
  groups = { for k, v in local.apis : v.public => k... }
  text   = <<-EOT
    %{for k in keys(local.apis)~}
    - ${k}
    %{endfor~}
  EOT
  one    = one([for v in local.apis : v.path if !v.public])
  pick   = length(local.public) > 0 ? "some" : "none"
  result = [local.public, local.groups, local.text, local.one, local.pick, [local.apis.list][*].path, try(local.apis.none, "no")]
}`,
		},
		want: `[{"list":"/a"},{"false":["make"],"true":["list"]},"    - list\n    - make\n","/b","some",["/a"],"no"]`,
	},
	{
		name: "files are read below the root module",
		files: map[string]string{
			"main.tf": `
module "m" { source = "./m" }
locals { result = [file("a.txt"), module.m.text, fileexists("none"), jsondecode(file("${path.module}/x.json")).k, sort(fileset(".", "*.txt"))] }`,
			"a.txt":     "text",
			"x.json":    `{"k": [1]}`,
			"m/t.tftpl": `hello ${name}`,
			"m/main.tf": `output "text" { value = templatefile("${path.module}/t.tftpl", { name = "you" }) }`,
		},
		want: `["text","hello you",false,[1],["a.txt"]]`,
	},
}

func TestEvaluation(t *testing.T) {
	for _, test := range evaluations {
		t.Run(test.name, func(t *testing.T) {
			v := load(t, test.files, Options{}).local("result")
			v, _ = v.UnmarkDeep()
			if !v.IsWhollyKnown() {
				t.Fatalf("unknown: %#v", v)
			}
			got, err := ctyjson.Marshal(v, v.Type())
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestEvaluationAgreesWithTerraform(t *testing.T) {
	if _, err := exec.LookPath("terraform"); err != nil {
		t.Skip("terraform is not on PATH: results are compared with the expectations only")
	}
	if testing.Short() {
		t.Skip("running terraform takes seconds: not in short mode")
	}
	for _, test := range evaluations {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			for name, content := range test.files {
				path := filepath.Join(dir, name)
				if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			run := func(stdin string, args ...string) string {
				cmd := exec.Command("terraform", args...)
				cmd.Dir, cmd.Stdin = dir, strings.NewReader(stdin)
				cmd.Env = append(os.Environ(), "CHECKPOINT_DISABLE=1", "TF_DATA_DIR=")
				out, err := cmd.Output()
				if err != nil {
					t.Fatalf("terraform %v: %v\n%s", args, err, out)
				}
				return string(out)
			}
			run("", "get")
			out := run("jsonencode(local.result)\n", "console")
			var text string
			if err := json.Unmarshal([]byte(lastLine(out)), &text); err != nil {
				t.Fatalf("%v in %s", err, out)
			}
			if text != test.want {
				t.Errorf("terraform says %s\nwe want        %s", text, test.want)
			}
		})
	}
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return lines[len(lines)-1]
}

func load(t *testing.T, files map[string]string, o Options) *Root {
	t.Helper()
	r := loadBroken(t, files, o)
	if r.Diagnostics.HasErrors() {
		t.Fatal(r.Diagnostics)
	}
	return r
}

func loadBroken(t *testing.T, files map[string]string, o Options) *Root {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, content := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(content)}
	}
	r, err := NewLoader(fsys).Load(".", o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// instance answers the resource instance with an address.
func instance(t *testing.T, r *Root, address string) *Instance {
	t.Helper()
	var all []string
	for _, m := range r.ModuleInstances() {
		for _, res := range m.Module.Resources {
			for _, i := range m.Instances(res) {
				if i.Address == address {
					return i
				}
				all = append(all, i.Address)
			}
		}
	}
	t.Fatalf("no instance %s among %v", address, all)
	return nil
}

// origins spells the origins of a local: ADDRESS.ATTRIBUTE.
func originsOf(r *Root, local string) string {
	var all []string
	for _, o := range Origins(r.local(local)) {
		all = append(all, o.Instance.Address+"."+o.Attr)
	}
	return strings.Join(all, " ")
}

func TestOriginsSurvive(t *testing.T) {
	r := load(t, map[string]string{
		"main.tf": `
variable "unknown" {}
variable "yes" { default = true }
resource "huaweicloud_vpc" "a" {
  name = "a"
  cidr = "10.0.0.0/16"
}
resource "huaweicloud_vpc" "b" {
  for_each = toset(["x", "y"])
  name     = each.key
  cidr     = "10.1.0.0/16"
}
resource "huaweicloud_vpc" "c" {
  for_each = var.unknown
  name     = each.key
}
resource "huaweicloud_vpc" "d" {
  count = var.yes ? 1 : 0
  name  = "d"
}
resource "random_id" "r" {}
module "m" {
  source = "./m"
  vpc    = huaweicloud_vpc.a.id
}
locals {
  direct      = huaweicloud_vpc.a.id
  template    = "${huaweicloud_vpc.a.id}"
  element     = huaweicloud_vpc.b["y"].id
  through     = module.m.vpc
  list        = [huaweicloud_vpc.a.id, huaweicloud_vpc.b["x"].id]
  indexed     = local.list[1]
  tried       = try(huaweicloud_vpc.d[0].id, "none")
  one         = one(huaweicloud_vpc.d[*].id)
  lookup      = lookup({ for k, v in huaweicloud_vpc.b : k => v.id }, "x", "")
  taken       = var.yes ? huaweicloud_vpc.a.id : huaweicloud_vpc.b["x"].id
  either      = var.unknown ? huaweicloud_vpc.a.id : huaweicloud_vpc.b["x"].id
  symbolic    = huaweicloud_vpc.c["k"].id
  written     = huaweicloud_vpc.a.cidr
  elsewhere   = random_id.r.hex
  text        = "vpc-${huaweicloud_vpc.a.id}"
}`,
		"m/main.tf": `
variable "vpc" {}
locals { v = { id = var.vpc } }
output "vpc" { value = coalesce(local.v.id, "none") }`,
	}, Options{})
	for local, want := range map[string]string{
		"direct":    "huaweicloud_vpc.a.id",
		"template":  "huaweicloud_vpc.a.id",
		"element":   `huaweicloud_vpc.b["y"].id`,
		"through":   "huaweicloud_vpc.a.id",
		"list":      `huaweicloud_vpc.a.id huaweicloud_vpc.b["x"].id`,
		"indexed":   `huaweicloud_vpc.b["x"].id`,
		"tried":     "huaweicloud_vpc.d[0].id",
		"one":       "huaweicloud_vpc.d[0].id",
		"lookup":    `huaweicloud_vpc.b["x"].id`,
		"taken":     "huaweicloud_vpc.a.id",
		"either":    `huaweicloud_vpc.a.id huaweicloud_vpc.b["x"].id`,
		"symbolic":  "huaweicloud_vpc.c[*].",
		"written":   "",
		"elsewhere": "random_id.r.",
		"text":      "huaweicloud_vpc.a.id",
	} {
		if got := originsOf(r, local); got != want {
			t.Errorf("%s: got %q, want %q", local, got, want)
		}
	}
	if v, _ := r.local("written").Unmark(); !v.RawEquals(cty.StringVal("10.0.0.0/16")) {
		t.Errorf("what is written is not known: %#v", v)
	}
	if v, _ := r.local("text").Unmark(); v.Range().StringPrefix() != "vpc-" {
		t.Errorf("the beginning of a template is forgotten: %#v", v)
	}
}

func TestOriginsSurviveUnknownKeysAndTypes(t *testing.T) {
	r := load(t, map[string]string{
		"main.tf": `
variable "unknown" {}
resource "huaweicloud_vpc" "a" { name = "a" }
resource "huaweicloud_vpc" "b" { name = "b" }
resource "huaweicloud_vpc" "keyed" { for_each = var.unknown }
resource "huaweicloud_vpc" "counted" { count = var.unknown }
resource "huaweicloud_vpc_subnet" "by_key" {
  for_each = var.unknown
  vpc_id   = huaweicloud_vpc.keyed[each.key].id
}
resource "huaweicloud_vpc_subnet" "by_index" {
  count  = var.unknown
  vpc_id = huaweicloud_vpc.counted[count.index].id
}
resource "huaweicloud_vpc_subnet" "chained" {
  for_each = huaweicloud_vpc.keyed
  vpc_id   = each.value.id
}
resource "huaweicloud_vpc_subnet" "in_module" {
  vpc_id = module.m.first
}
module "m" {
  source = "./m"
  vpcs   = { a = huaweicloud_vpc.a.id, b = huaweicloud_vpc.b.id }
  object = { vpc = huaweicloud_vpc.b.id }
  list   = [huaweicloud_vpc.a.id, huaweicloud_vpc.b.id]
}`,
		"m/main.tf": `
variable "vpcs" { type = map(string) }
variable "list" { type = list(string) }
variable "object" { type = object({ vpc = string, other = optional(string, "x") }) }
resource "huaweicloud_vpc_subnet" "each" {
  for_each = var.vpcs
  vpc_id   = each.value
}
resource "huaweicloud_vpc_subnet" "object" { vpc_id = var.object.vpc }
resource "huaweicloud_vpc_subnet" "list" { vpc_id = element(var.list, 1) }
resource "huaweicloud_vpc_subnet" "flat" {
  for_each = { for v in flatten([for k, id in var.vpcs : [{ key = k, id = id }]]) : v.key => v }
  vpc_id   = each.value.id
}
output "first" { value = var.vpcs["a"] }`,
	}, Options{})
	for address, want := range map[string]string{
		"huaweicloud_vpc_subnet.by_key[*]":          "huaweicloud_vpc.keyed[*]",
		"huaweicloud_vpc_subnet.by_index[*]":        "huaweicloud_vpc.counted[*]",
		"huaweicloud_vpc_subnet.chained[*]":         "huaweicloud_vpc.keyed[*]",
		"huaweicloud_vpc_subnet.in_module":          "huaweicloud_vpc.a",
		`module.m.huaweicloud_vpc_subnet.each["b"]`: "huaweicloud_vpc.b",
		"module.m.huaweicloud_vpc_subnet.object":    "huaweicloud_vpc.b",
		"module.m.huaweicloud_vpc_subnet.list":      "huaweicloud_vpc.b",
		`module.m.huaweicloud_vpc_subnet.flat["a"]`: "huaweicloud_vpc.a",
	} {
		origins := Origins(instance(t, r, address).Block().Args["vpc_id"].Value())
		if len(origins) != 1 || origins[0].Instance.Address != want {
			t.Errorf("%s: got %v, want %s", address, origins, want)
		}
	}
}

func TestWhatCannotBeKnownIsUnknown(t *testing.T) {
	r := load(t, map[string]string{
		"main.tf": `
variable "given" {}
variable "typed" { type = object({ a = string }) }
variable "secret" {
  default   = "x"
  sensitive = true
}
module "remote" { source = "example.com/x/y" }
module "outside" { source = "../../outside" }
module "loop" { source = "./loop" }
locals {
  given    = var.given
  typed    = var.typed.a
  cycle    = local.cycle2
  cycle2   = local.cycle
  nothing  = local.not_declared
  failing  = tonumber("x")
  module   = module.remote.output
  outside  = module.outside.output
  time     = timestamp()
  passwd   = file("/etc/passwd")
  above    = file("../../secret")
  data     = data.http.x.body
  resource = aws_instance.x.id
}
resource "aws_instance" "x" {}
data "http" "x" {}`,
		"loop/main.tf": `module "again" { source = "../loop" }`,
	}, Options{})
	for _, name := range []string{
		"given", "typed", "cycle", "nothing", "failing", "module", "outside", "time", "passwd", "above", "data", "resource",
	} {
		if v, _ := r.local(name).UnmarkDeep(); v.IsKnown() {
			t.Errorf("local.%s is %#v", name, v)
		}
	}
	if !Sensitive(r.variable("secret")) {
		t.Error("a sensitive variable is not marked")
	}
	r.ModuleInstances()
	var notes []string
	for _, n := range r.Notes {
		notes = append(notes, n.Message)
	}
	said := strings.Join(notes, "\n")
	for _, want := range []string{
		"local.cycle depends on itself",
		`module "remote" is not analysed: it is not installed here`,
		`module "outside" is not analysed: its source is outside the boundary`,
		`module "again" is not analysed: it calls itself`,
	} {
		if !strings.Contains(said, want) {
			t.Errorf("nothing says %q in:\n%s", want, said)
		}
	}
	if !r.Open {
		t.Error("a root with missing modules is not open")
	}
}

func TestInstalledModules(t *testing.T) {
	r := load(t, map[string]string{
		"main.tf": `
module "net" { source = "registry.example.com/x/net" }
locals { result = module.net.inner }`,
		".terraform/modules/modules.json": `{"Modules":[{"Key":"","Source":"","Dir":"."},
			{"Key":"net","Source":"x","Dir":".terraform/modules/net"},
			{"Key":"net.inner","Source":"y","Dir":".terraform/modules/net.inner/sub"}]}`,
		".terraform/modules/net/main.tf": `
module "inner" { source = "git::https://example.com/y" }
output "inner" { value = module.inner.value }`,
		".terraform/modules/net.inner/sub/main.tf": `output "value" { value = "deep" }`,
	}, Options{})
	if v := r.local("result"); !v.RawEquals(cty.StringVal("deep")) {
		t.Errorf("got %#v", v)
	}
}

func TestBlocks(t *testing.T) {
	files := map[string]string{
		"main.tf": `
variable "unknown" {}
locals { params = [{ n = "id", r = true }, { n = "page", r = false }] }
resource "huaweicloud_apig_api" "a" {
  name = "a"
  request_params {
    name = "first"
  }
  dynamic "request_params" {
    for_each = local.params
    iterator = p
    content {
      name     = p.value.n
      required = p.value.r
      location = p.key == 0 ? "PATH" : "QUERY"
    }
  }
  dynamic "web_policy" {
    for_each = var.unknown
    content {
      name = web_policy.value
      dynamic "conditions" {
        for_each = [1, 2]
        content {
          value = "${web_policy.key}-${conditions.value}"
        }
      }
    }
  }
}`,
	}
	b := instance(t, load(t, files, Options{}), "huaweicloud_apig_api.a").Block()
	var names []string
	for _, p := range b.Nested["request_params"] {
		v, _ := p.Args["name"].Value().Unmark()
		names = append(names, v.AsString())
	}
	if got := strings.Join(names, " "); got != "first id page" {
		t.Errorf("blocks are %s", got)
	}
	if v := b.Nested["request_params"][2].Args["location"].Value(); !v.RawEquals(cty.StringVal("QUERY")) {
		t.Errorf("location is %#v", v)
	}
	if _, open := b.Open["web_policy"]; !open {
		t.Error("a dynamic block over something unknown is not open")
	}

	files["override.tf"] = `
resource "huaweicloud_apig_api" "a" {
  name = "b"
  request_params {
    name = "only"
  }
}`
	b = instance(t, load(t, files, Options{}), "huaweicloud_apig_api.a").Block()
	if v := b.Args["name"].Value(); !v.RawEquals(cty.StringVal("b")) {
		t.Errorf("the override's name is not taken: %#v", v)
	}
	if len(b.Nested["request_params"]) != 1 {
		t.Errorf("an override does not replace all blocks of its type: %d", len(b.Nested["request_params"]))
	}
}

func TestRegion(t *testing.T) {
	r := load(t, map[string]string{
		"main.tf": `
variable "region" { default = "cn-north-4" }
provider "huaweicloud" { region = var.region }
provider "huaweicloud" {
  alias  = "north"
  region = "cn-north-1"
}
resource "huaweicloud_vpc" "a" {}
resource "huaweicloud_vpc" "b" { provider = huaweicloud.north }
module "inherits" { source = "./m" }
module "passes" {
  source    = "./m"
  providers = { huaweicloud = huaweicloud.north }
}`,
		"m/main.tf": `resource "huaweicloud_vpc" "v" {}`,
	}, Options{})
	for address, want := range map[string]string{
		"huaweicloud_vpc.a":                 "cn-north-4",
		"huaweicloud_vpc.b":                 "cn-north-1",
		"module.inherits.huaweicloud_vpc.v": "cn-north-4",
		"module.passes.huaweicloud_vpc.v":   "cn-north-1",
	} {
		if v, ok := instance(t, r, address).Region(); !ok || !v.RawEquals(cty.StringVal(want)) {
			t.Errorf("%s: got %#v, want %s", address, v, want)
		}
	}
}

func TestBrokenFiles(t *testing.T) {
	r := loadBroken(t, map[string]string{
		"good.tf":   `locals { result = 1 }`,
		"broken.tf": `locals { x = `,
		"binary.tf": "\x00\x01",
		"latin.tf":  "# caf\xe9",
		"utf16.tf":  "\xff\xfea\x00",
		"deep.tf":   "locals { x = " + strings.Repeat("[", 100_000) + "}",
	}, Options{})
	files := map[string]bool{}
	for _, d := range r.Diagnostics {
		files[d.Subject.Filename] = true
	}
	for _, name := range []string{"broken.tf", "binary.tf", "latin.tf", "utf16.tf", "deep.tf"} {
		if !files[name] {
			t.Errorf("nothing is said about %s", name)
		}
	}
	if v := r.local("result"); !v.RawEquals(cty.NumberIntVal(1)) || !r.Open {
		t.Errorf("the good file is lost, or the root is not open: %#v %v", v, r.Open)
	}
}

func TestExpansionIsBounded(t *testing.T) {
	r := load(t, map[string]string{"main.tf": `
resource "huaweicloud_vpc" "a" { count = 1000000000 }
resource "huaweicloud_vpc" "self" { count = length(huaweicloud_vpc.self) }`}, Options{})
	if i := instance(t, r, "huaweicloud_vpc.a[*]"); !i.Symbolic {
		t.Error("an enormous count is expanded")
	}
	if i := instance(t, r, "huaweicloud_vpc.self[*]"); !i.Symbolic {
		t.Error("a count that needs itself is known")
	}
}
