package terragrunt

import (
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/apiglint/apiglint/schema/terraform/terraformtest"
)

// idioms are trees with a unit in live/prod/api, as repositories have them, and what is known of its inputs. "…" says that there may be
// others. Where Terragrunt is to be had it has to agree.
var idioms = []struct {
	name  string
	files map[string]string
	want  string
	alone bool // whether Terragrunt cannot tell: it would have to run something
}{
	{
		name: "the locals of files that are read",
		files: map[string]string{
			"live/prod/env.hcl":   `locals { name = "prod" }`,
			"live/region.hcl":     "locals {\n  region = \"cn-north-4\"\n  zones  = [\"${local.region}a\", \"${local.region}b\"]\n}",
			"live/common.hcl":     "inputs = { owner = \"team\", tags = { a = 1 } }",
			"live/prod/api/x.hcl": `locals { n = 80 }`,
			"live/prod/api/terragrunt.hcl": `
locals {
  env    = read_terragrunt_config(find_in_parent_folders("env.hcl"))
  region = read_terragrunt_config(find_in_parent_folders("region.hcl")).locals
  common = read_terragrunt_config("${get_terragrunt_dir()}/../../common.hcl")
  x      = read_terragrunt_config("x.hcl")
  none   = read_terragrunt_config("none.hcl", { locals = { n = 1 } })
  name   = local.env.locals.name
}
inputs = merge(local.common.inputs, {
  name  = "api-${local.name}"
  zone  = local.region.zones[1]
  port  = local.x.locals.n
  none  = local.none.locals.n
  guess = try(local.env.locals.other, "fallback")
})`,
		},
		want: `guess="fallback" name="api-prod" none=1 owner="team" port=80 tags={"a":1} zone="cn-north-4b"`,
	},
	{
		name: "what an included file shows",
		files: map[string]string{
			"root.hcl":          "locals { org = \"acme\" }\ninputs = { org = local.org, key = path_relative_to_include(), dir = basename(get_terragrunt_dir()) }",
			"_env/api.hcl":      "locals {\n  env = read_terragrunt_config(find_in_parent_folders(\"env.hcl\"))\n  up  = basename(get_parent_terragrunt_dir())\n}\ninputs = { env = local.env.locals.name, up = local.up }",
			"live/prod/env.hcl": `locals { name = "prod" }`,
			"live/prod/api/terragrunt.hcl": `
include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}
include "env" {
  path   = "${dirname(find_in_parent_folders("root.hcl"))}/_env/api.hcl"
  expose = true
}
inputs = {
  mine  = "${include.root.locals.org}-${include.env.inputs.env}"
  path  = path_relative_to_include("root")
  from  = path_relative_from_include("env")
  again = try(include.root.inputs.none, include.env.locals.env.locals.name)
}`,
		},
		want: `again="prod" dir="api" env="prod" from="../../../_env" key="live/prod/api" mine="acme-prod" org="acme" path="live/prod/api" up="_env"`,
	},
	{
		name: "files in other languages",
		files: map[string]string{
			"live/common.yaml":      "owner: team\nports: [80, 443]\n",
			"live/prod/common.json": `{"a": {"b": true}}`,
			"live/prod/x.tfvars":    "size = 3\nnames = [\"a\"]\n",
			"live/prod/api/terragrunt.hcl": `
locals {
  common = yamldecode(file(find_in_parent_folders("common.yaml")))
  json   = jsondecode(file("../common.json"))
  vars   = jsondecode(read_tfvars_file("../x.tfvars"))
}
inputs = {
  owner = local.common.owner
  ports = [for p in local.common.ports : p + 1]
  b     = local.json.a.b
  size  = local.vars.size
  there = fileexists("terragrunt.hcl")
}`,
		},
		want: `b=true owner="team" ports=[81,444] size=3 there=true`,
	},
	{
		name: "what is decided outside",
		files: map[string]string{
			"live/vpc/terragrunt.hcl": `inputs = {}`,
			"live/prod/api/terragrunt.hcl": `
dependency "vpc" {
  config_path  = "../../vpc"
  mock_outputs = { id = "mock", list = ["m"] }
}
feature "on" { default = true }
locals {
  env  = get_env("ENV", "dev")
  dir  = get_terragrunt_dir()
  vars = { a = local.env, b = "b" }
}
inputs = merge({ early = 1, id = "x" }, { list = dependency.vpc.outputs }, {
  vpc   = dependency.vpc.outputs.id
  guess = try(dependency.vpc.outputs.other, "none")
  env   = local.env
  b     = local.vars.b
  dirs  = { here = local.dir, depth = length(split("/", local.dir)), name = basename(local.dir) }
  on    = feature.on.value ? "on" : "off"
  run   = run_cmd("echo", "x")
})`,
		},
		want:  `b="b" early=1 id="x"`,
		alone: true,
	},
	{
		name: "inputs that are not all known",
		files: map[string]string{
			"live/prod/api/terragrunt.hcl": `
locals { more = jsondecode(get_env("MORE")) }
inputs = merge({ a = 1 }, local.more, { b = 2 })`,
		},
		want:  `b=2 …`,
		alone: true,
	},
	{
		name: "inputs in JSON",
		files: map[string]string{
			"live/env.hcl.json": `{"locals": {"name": "prod", "api": "${local.name}-api"}}`,
			"live/prod/api/terragrunt.hcl.json": `{
  "locals": {"env": "${read_terragrunt_config(find_in_parent_folders(\"env.hcl.json\"))}"},
  "inputs": {"name": "${local.env.locals.api}", "ports": [1, 2]}
}`,
		},
		want: `name="prod-api" ports=[1,2]`,
	},
	{
		name: "one include block without a label",
		files: map[string]string{
			"live/terragrunt.hcl": "locals { a = 1 }\ninputs = { a = local.a }",
			"live/prod/api/terragrunt.hcl": `
include {
  path   = find_in_parent_folders()
  expose = true
}
inputs = { b = include.locals.a, up = get_parent_terragrunt_dir() == get_terragrunt_dir() ? "same" : "other", to = path_relative_to_include() }`,
		},
		want: `a=1 b=1 to="prod/api"`,
	},
	{
		name: "conditions, loops and null",
		files: map[string]string{
			"live/prod/api/terragrunt.hcl": `
locals {
  env  = basename(dirname(get_terragrunt_dir()))
  prod = local.env == "prod"
  all  = { prod = { size = 3 }, test = { size = 1 } }
}
inputs = { size = local.all[local.env].size, n = null, big = local.prod ? "yes" : "no", m = { for k, v in local.all : k => v.size if v.size > 1 } }`,
		},
		want: `big="yes" m={"prod":3} n=null size=3`,
	},
	{
		name: "texts that are made of an absolute path",
		files: map[string]string{
			"root.hcl": `locals { root = get_parent_terragrunt_dir() }`,
			"live/prod/api/terragrunt.hcl": `
include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}
locals {
  dir   = get_terragrunt_dir()
  parts = split("/", local.dir)
}
inputs = {
  a = "${include.root.locals.root}/x"
  b = trimprefix(local.dir, include.root.locals.root)
  c = element(local.parts, length(local.parts) - 1)
  d = local.dir == "x" ? 1 : 2
  e = contains([local.dir], "x")
  f = sha1(local.dir)
  g = basename(upper(local.dir))
  h = { (local.dir) = 1 }
  i = basename(local.dir)
  j = [for p in local.parts : p if p == "api"]
  l = basename(dirname("${local.dir}/x"))
}`,
		},
		want: `g="API" i="api" l="api"`,
	},
	{
		name: "files that read each other",
		files: map[string]string{
			"live/a.hcl": "locals { b = try(read_terragrunt_config(\"b.hcl\").locals.x, 1) }",
			"live/b.hcl": "locals { x = read_terragrunt_config(\"a.hcl\").locals.b }",
			"live/prod/api/terragrunt.hcl": `
locals { a = read_terragrunt_config(find_in_parent_folders("a.hcl")) }
inputs = { a = local.a.locals.b, b = 1 }`,
		},
		want:  `b=1`,
		alone: true,
	},
}

func TestIdioms(t *testing.T) {
	for _, test := range idioms {
		files := fstest.MapFS{".git/HEAD": {}}
		for name, text := range test.files {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		got := known(t, readUnit(t, files))
		var all []string
		for _, name := range slices.Sorted(maps.Keys(got)) {
			all = append(all, name+"="+got[name])
		}
		if u := readUnit(t, files); !u.Whole {
			all = append(all, "…")
		}
		if strings.Join(all, " ") != test.want {
			t.Errorf("%s:\n%s, not\n%s", test.name, strings.Join(all, " "), test.want)
		}
	}
}

// readUnit reads the unit of a tree.
func readUnit(t *testing.T, files fstest.MapFS) *Unit {
	t.Helper()
	name := "live/prod/api/terragrunt.hcl"
	if files[name] == nil {
		name += ".json"
	}
	u := NewReader(files).Read(name)
	if u == nil {
		t.Fatal("the unit cannot be parsed")
	}
	return u
}

// known returns the inputs that are known, as JSON.
func known(t *testing.T, u *Unit) map[string]string {
	t.Helper()
	all := map[string]string{}
	for name, input := range u.Inputs {
		v, _ := input.Value.UnmarkDeep()
		if !v.IsWhollyKnown() {
			continue
		}
		text, err := ctyjson.Marshal(v, v.Type())
		if err != nil {
			t.Fatal(err)
		}
		all[name] = string(text)
	}
	return all
}

// TestIdiomsAgreeWithTerragrunt holds that what is known is what Terragrunt says.
func TestIdiomsAgreeWithTerragrunt(t *testing.T) {
	program := terraformtest.Terragrunt(t)
	for _, test := range idioms {
		if test.alone {
			continue
		}
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir, files := t.TempDir(), fstest.MapFS{".git/HEAD": {}}
			for name, text := range test.files {
				files[name] = &fstest.MapFile{Data: []byte(text)}
				path := filepath.Join(dir, name)
				if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			out := filepath.Join(t.TempDir(), "out.json")
			cmd := exec.Command(program, "render-json", "--terragrunt-json-out", out, "--terragrunt-non-interactive") //nolint:gosec // of this test
			cmd.Dir = filepath.Join(dir, "live/prod/api")
			if text, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			text, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			var rendered struct{ Inputs map[string]any }
			if err := json.Unmarshal(text, &rendered); err != nil {
				t.Fatal(err)
			}
			for name, got := range known(t, readUnit(t, files)) {
				want, err := json.Marshal(rendered.Inputs[name])
				if err != nil {
					t.Fatal(err)
				}
				if string(want) != got {
					t.Errorf("%s is %s, and Terragrunt says %s", name, got, want)
				}
			}
		})
	}
}
