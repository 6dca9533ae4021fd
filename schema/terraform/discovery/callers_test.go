package discovery

import (
	"maps"
	"slices"
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
		{"the same in JSON", map[string]string{"main.tfcomponent.json": `{"removed": [{"from": "component.gw", "source": "./modules/gw"}]}`}, []string{"modules/gw"}},
		{"a Terragrunt unit", map[string]string{"live/prod/terragrunt.hcl": `terraform { source = "../../modules//gw" }`}, []string{"modules/gw"}},
		{"one with a function", map[string]string{"live/terragrunt.hcl": `terraform { source = "${get_repo_root()}//modules/gw" }`}, []string{"modules/gw"}},
		{"one that is the module", map[string]string{"modules/gw/terragrunt.hcl": `inputs = {}`}, []string{"modules/gw"}},
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
