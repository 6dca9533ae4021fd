package discovery

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// TestCalled finds the modules that something calls that is not followed, and only those.
func TestCalled(t *testing.T) {
	for _, test := range []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"a test's setup", map[string]string{"tests/a.tftest.hcl": `run "setup" {
			module { source = "./tests/setup" }
		}`}, []string{"tests/setup"}},
		{"a test beside the module, in JSON", map[string]string{"a.tofutest.json": `{"run": {"setup": {"module": {"source": "./tests/setup"}}}}`}, []string{"tests/setup"}},
		{"a test of the module itself", map[string]string{"tests/a.tftest.hcl": `run "all" {
			module { source = "./" }
		}`}, nil},
		{"a run without a module", map[string]string{"a.tftest.hcl": `run "all" { command = plan }`}, nil},
		{"a stack", map[string]string{"main.tfcomponent.hcl": `component "gw" { source = "./modules/gw" }
			component "vpc" { source = "registry.example.com/a/vpc/huaweicloud" }`}, []string{"modules/gw"}},
		{"a stack, as it was called", map[string]string{"main.tfstack.hcl": `component "gw" { source = ".\\modules\\gw" }`}, []string{"modules/gw"}},
		{"a stack that removes a component", map[string]string{"main.tfcomponent.hcl": `removed {
			from   = component.gw
			source = "./modules/gw"
		}`}, []string{"modules/gw"}},
		{"a stack of Terragrunt", map[string]string{"live/terragrunt.stack.hcl": `unit "gw" {
			source = "../modules/gw"
			path   = "gw"
		}`}, []string{"modules/gw"}},
		{"the same in JSON", map[string]string{"main.tfcomponent.json": `{"removed": [{"from": "component.gw", "source": "./modules/gw"}]}`}, []string{"modules/gw"}},
		{"a Terragrunt unit whose module is not plain", map[string]string{"live/prod/terragrunt.hcl": `terraform { source = "${run_cmd("pwd")}//modules/gw" }`}, []string{"modules/gw"}},
		{"one that cannot be parsed", map[string]string{"modules/gw/terragrunt.hcl": `terraform {`}, nil},
		{"one that git ignores", map[string]string{".gitignore": "live/\n", "live/terragrunt.hcl": `terraform { source = "../modules/gw" }`}, nil},
		{"the repository's own address", map[string]string{"live/main.tf": calling("git::https://example.com/o/r.git//modules/gw?ref=v1")}, []string{"modules/gw"}},
		{"one of another directory", map[string]string{"live/main.tf": calling("git::https://example.com/o/r.git//modules/vpc")}, nil},
		{"a local module", map[string]string{"live/main.tf": calling("../modules/gw")}, nil},
	} {
		files := fstest.MapFS{"modules/gw/main.tf": {Data: []byte(someTerraform)}, "tests/setup/main.tf": {Data: []byte(someTerraform)}, "main.tf": {Data: []byte(someTerraform)}}
		for name, text := range test.files {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		found, err := Roots(configs.NewLoader(files), ".")
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.Sorted(maps.Keys(found.Called)); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v are called, not %v", test.name, got, test.want)
		}
	}
}

// TestUnits finds the units of Terragrunt, and their modules.
func TestUnits(t *testing.T) {
	for _, test := range []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"a path", map[string]string{"live/prod/terragrunt.hcl": `terraform { source = "../../modules//gw?ref=v1" }`}, "live/prod: modules/gw"},
		{"in JSON", map[string]string{"live/terragrunt.hcl.json": `{"terraform": {"source": "../modules//gw"}}`}, "live: modules/gw"},
		{"a function", map[string]string{"live/terragrunt.hcl": `terraform { source = "${get_repo_root()}//modules/gw" }`}, "live: modules/gw"},
		{"the module itself", map[string]string{"modules/gw/terragrunt.hcl": `inputs = {}`}, "modules/gw: modules/gw"},
		{"an included file", map[string]string{
			"live/prod/terragrunt.hcl": `include "root" { path = find_in_parent_folders() }`, "live/terragrunt.hcl": `terraform { source = "${get_parent_terragrunt_dir()}/../modules/${basename(get_terragrunt_dir())}" }`,
			"live/gw/terragrunt.hcl": `include { path = find_in_parent_folders() }`,
		}, "live/gw: modules/gw"},
		{"an included file, in JSON", map[string]string{
			"live/gw/terragrunt.hcl.json": `{"include": {"root": {"path": "../root.hcl"}}}`, "live/root.hcl": `terraform { source = "../modules/${path_relative_to_include()}" }`,
		}, "live/gw: modules/gw"},
		{"one that is not there", map[string]string{"live/terragrunt.hcl": `include "root" { path = "../../root.hcl" }`}, ""},
		{"a module elsewhere", map[string]string{"live/terragrunt.hcl": `terraform { source = "git::https://example.com/o/r.git//modules/gw" }`}, ""},
		{"one that is skipped", map[string]string{"live/terragrunt.hcl": "skip = true\nterraform { source = \"../modules/gw\" }"}, ""},
		{"one that an included file skips, and one that does not want that", map[string]string{
			"live/root.hcl":         "locals { off = true }\nexclude {\n  if = local.off\n  actions = [\"all\"]\n}",
			"live/a/terragrunt.hcl": "include \"root\" { path = find_in_parent_folders(\"root.hcl\") }\nterraform { source = \"../../modules/gw\" }",
			"live/b/terragrunt.hcl": "skip = false\ninclude \"root\" { path = find_in_parent_folders(\"root.hcl\") }\nterraform { source = \"../../modules/gw\" }",
		}, "live/b: modules/gw"},
		{"one that may be skipped", map[string]string{"live/terragrunt.hcl": "skip = get_env(\"SKIP\", true)\nterraform { source = \"../modules/gw\" }"}, "live: modules/gw"},
		{"a source with what another file says", map[string]string{
			"live/env.hcl":          `locals { base = "${get_repo_root()}/modules" }`,
			"live/a/terragrunt.hcl": "locals { env = read_terragrunt_config(find_in_parent_folders(\"env.hcl\")) }\nterraform { source = \"${local.env.locals.base}//gw?ref=v1\" }",
		}, "live/a: modules/gw"},
		{"configuration of its own", map[string]string{"live/terragrunt.hcl": `terraform { source = "../modules/gw" }`, "live/main.tf": someTerraform}, ""},
	} {
		files := fstest.MapFS{"modules/gw/main.tf": {Data: []byte(someTerraform)}}
		for name, text := range test.files {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		found, err := Roots(configs.NewLoader(files), ".")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, u := range found.Units {
			got = append(got, u.Dir+": "+u.Module)
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%s: %q, not %q", test.name, got, test.want)
		}
	}
}
