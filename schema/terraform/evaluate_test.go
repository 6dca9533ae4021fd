package terraform

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/terraformtest"
)

// evaluations are root modules whose local.result is known. Where Terraform or OpenTofu is installed it has to agree.
var evaluations = []struct {
	name  string
	files map[string]string
	want  string
	tofu  bool // whether only OpenTofu takes it, or reads it so
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
		name: "a list beside a set is a set",
		files: map[string]string{
			"main.tf": `
variable "on" { default = false }
module "none" {
  source   = "./m"
  for_each = var.on ? toset(["a"]) : []
}
module "both" {
  source   = "./m"
  for_each = var.on ? toset([]) : ["a", "b"]
}
locals { result = [keys(module.none), keys(module.both)] }`,
			"m/main.tf": `output "x" { value = 1 }`,
		},
		want: `[[],["a","b"]]`,
	},
	{
		name: "a conditional has the type of both branches",
		files: map[string]string{
			"main.tf": `
variable "on" { default = true }
locals {
  port   = var.on ? 443 : "all"
  list   = var.on ? ["a", 1] : []
  object = var.on ? { a = 1 } : {}
  result = [local.port, local.port == "443", local.list, local.object, var.on ? null : "x", var.on ? 1 : null]
}`,
		},
		want: `["443",true,["a","1"],{"a":1},null,1]`,
	},
	{
		name: "types without elements, booleans in quotes, defaults in JSON that are no templates",
		files: map[string]string{
			"main.tf": `
variable "list" {
  type    = list
  default = [1, "b"]
}
variable "map" {
  type    = map
  default = { a = 1, b = "x" }
}
variable "here" {
  nullable = "false"
  default  = "x"
}
locals { result = [var.list, var.map, var.here, var.text] }`,
			"more.tf.json":     `{"variable": {"text": {"default": "a$${b}"}}}`,
			"terraform.tfvars": "here = null",
		},
		want: `[["1","b"],{"a":"1","b":"x"},"x","a$${b}"]`,
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
	{
		tofu: true,
		name: "OpenTofu's files stand for Terraform's of the same name",
		files: map[string]string{
			"a.tf":             `locals { result = [local.a, local.b, local.c, local.d, local.e] }`,
			"b.tf":             `locals { b = "b.tf" }` + "\n" + `locals { missing = 1 }`,
			"b.tofu":           `locals { b = "b.tofu" }`,
			"c.tf.json":        `{"locals": {"c": "c.tf.json"}}`,
			"c.tf":             `locals { a = "c.tf" }`,
			"c.tofu.json":      `{"locals": {"c": "c.tofu.json"}}`,
			"d.tofu":           `locals { d = "d.tofu" }` + "\n" + `locals { e = "d.tofu" }`,
			"x_override.tf":    `locals { d = "x_override.tf" }`,
			"x_override.tofu":  `locals { a = "x_override.tofu" }`,
			"y_override.tofu":  `locals { e = "y_override.tofu" }`,
			"z_override.tf":    `locals { e = "z_override.tf" }`,
			"terraform.tfvars": "",
		},
		want: `["x_override.tofu","b.tofu","c.tofu.json","d.tofu","z_override.tf"]`,
	},
	{
		tofu: true,
		name: "what is not enabled is null",
		files: map[string]string{
			"main.tofu": `
variable "on" { default = false }
module "on" {
  source = "./m"
  lifecycle { enabled = !var.on }
}
module "off" {
  source = "./m"
  lifecycle { enabled = var.on }
}
locals { result = [module.on.name, module.off == null, try(module.off.name, "none")] }`,
			"m/main.tf": `output "name" { value = "m" }`,
		},
		want: `["m",true,"none"]`,
	},
	{
		tofu: true,
		name: "source addresses are evaluated before anything else",
		files: map[string]string{
			"main.tofu": `
variable "folder" {
  const   = true
  default = "x"
}
variable "on" { default = true }
locals { base = "./${var.folder}" }
module "a" { source = "${local.base}/a" }
module "b" { source = join("/", [local.base, "b"]) }
module "c" { source = var.on ? format("%s/c", local.base) : "./none" }
locals { result = [module.a.name, module.b.name, module.c.name] }`,
			"terraform.tfvars": `folder = "y"`,
			"y/a/main.tofu":    `output "name" { value = "a" }`,
			"y/b/main.tofu":    `output "name" { value = "b" }`,
			"y/c/main.tofu":    `output "name" { value = "c" }`,
		},
		want: `["a","b","c"]`,
	},
	{
		tofu: true,
		name: "blocks of OpenTofu beside others",
		files: map[string]string{
			"main.tofu": `
language {
  compatible_with {
    opentofu = ">= 1.12"
  }
}
terraform {
  encryption {
    key_provider "pbkdf2" "k" { passphrase = var.passphrase }
    method "aes_gcm" "m" { keys = key_provider.pbkdf2.k }
    state { method = method.aes_gcm.m }
  }
}
variable "state" { default = "x.tfstate" }
variable "passphrase" { default = "correct-horse-battery-staple" }
variable "token" {
  ephemeral  = true
  default    = "t"
  deprecated = "no"
}
check "c" {
  assert {
    condition     = var.state != ""
    error_message = "none"
  }
}
removed {
  from = terraform_data.gone
  lifecycle { destroy = false }
}
resource "terraform_data" "kept" {
  lifecycle {
    destroy         = false
    prevent_destroy = var.state == "x"
  }
}
locals { result = [urldecode("a%20b"), cidrcontains("10.0.0.0/8", "10.1.2.3"), base64gunzip(base64gzip("a"))] }`,
		},
		want: `["a b",true,"a"]`,
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
	terraformtest.Each(t, func(t *testing.T, program string) { // without them results are compared with the expectations only
		for _, test := range evaluations {
			if test.tofu && strings.HasSuffix(t.Name(), "/terraform") {
				continue
			}
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
					cmd := exec.Command(program, args...)
					cmd.Dir, cmd.Stdin = dir, strings.NewReader(stdin)
					cmd.Env = append(os.Environ(), "CHECKPOINT_DISABLE=1", "TF_DATA_DIR=", "TF_CLI_CONFIG_FILE="+os.DevNull)
					out, err := cmd.Output()
					if err != nil {
						t.Fatalf("%s %v: %v\n%s", program, args, err, out)
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
					t.Errorf("%s says %s\nwe want        %s", program, text, test.want)
				}
			})
		}
	})
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
	r, err := Load(configs.NewLoader(fsys), ".", o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

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
