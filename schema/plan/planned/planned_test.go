package planned_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/plan/planned"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// TestBuilder builds a root of two instances, with sources and without.
func TestBuilder(t *testing.T) {
	loader := configs.NewLoader(fstest.MapFS{
		"main.tf": &fstest.MapFile{Data: []byte(`module "net" {
  source   = "./net"
  for_each = var.nets
}
variable "nets" {}
output "vpc" { value = module.net["a"].id }
`)},
		"net/main.tf": &fstest.MapFile{Data: []byte(`resource "huaweicloud_vpc" "main" {
  name = "n"
  lifecycle { ignore_changes = [name] }
}
output "id" { value = huaweicloud_vpc.main.id }
`)},
	})
	sources, err := terraform.Load(loader, ".", terraform.Options{})
	if err != nil {
		t.Fatal(err)
	}
	sources.SetInputs(map[string]cty.Value{"nets": cty.MapVal(map[string]cty.Value{"a": cty.True})})
	for _, test := range []struct {
		name    string
		sources *terraform.Root
	}{{"sources", sources}, {"none", nil}} {
		t.Run(test.name, func(t *testing.T) {
			b := planned.NewBuilder(test.sources)
			const address = `module.net["a"].huaweicloud_vpc.main`
			i := b.AddInstance(planned.Instance{Type: "huaweicloud_vpc", Name: "main", Module: `module.net["a"]`, Address: address})
			b.SetBlock(i, &planned.Block{Args: map[string]planned.Argument{
				"name": {Value: cty.StringVal("n")},
				"cidr": {Value: cty.StringVal("10.0.0.0/8"), Unwritten: true},
			}})
			root := b.Root()
			if all := root.ModuleInstances(); len(all) != 2 || all[1].Path != `module.net["a"]` || all[1].Parent() != root.ModuleInstance {
				t.Errorf("module instances: %v", all)
			}
			lent := test.sources != nil
			if i.LifecycleUnknown == lent || i.Resource.Lifecycle.Ignores("name") != lent {
				t.Errorf("lifecycle: unknown %t, %+v", i.LifecycleUnknown, i.Resource.Lifecycle)
			}
			name := i.Block().Arg("name")
			text := name.Expr()
			if (text != nil) != lent || (name.Range().Filename == "net/main.tf") != lent || name.Value().AsString() != "n" {
				t.Errorf("name: %v at %v", text, name.Range())
			}
			if c := i.Block().Configured(); c.Arg("cidr") != nil || c.Arg("name") == nil || i.Block().Arg("cidr") == nil {
				t.Error("what nobody wrote is not told from what somebody did")
			}
			if lent {
				origins := terraform.Origins(root.Outputs()[0])
				if !slices.Equal(origins, []terraform.Origin{{Instance: i, Attr: "id"}}) {
					t.Errorf("the output has the origins %v", origins)
				}
			}
		})
	}
}
