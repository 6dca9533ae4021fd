package terraform

import (
	"maps"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

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

// TestComputedSource reads the module whose address is made of what the root module is given.
func TestComputedSource(t *testing.T) {
	files := map[string]string{
		"main.tf": `
variable "folder" { default = "a" }
module "m" { source = "./modules/${var.folder}" }
locals { result = module.m.name }`,
		"modules/a/main.tf": `output "name" { value = "a" }`,
		"modules/b/main.tf": `output "name" { value = "b" }`,
	}
	if v := load(t, files, Options{}).local("result"); !v.RawEquals(cty.StringVal("a")) {
		t.Errorf("by default it is %#v", v)
	}
	files["terraform.tfvars"] = `folder = "b"`
	if v := load(t, files, Options{}).local("result"); !v.RawEquals(cty.StringVal("b")) {
		t.Errorf("as it is given it is %#v", v)
	}
}

// TestEnabled makes one instance, none, or one that may not exist.
func TestEnabled(t *testing.T) {
	r := load(t, map[string]string{
		"main.tf": `
variable "unknown" {}
locals { off = false }
resource "huaweicloud_vpc" "on" {
  lifecycle { enabled = !local.off }
}
resource "huaweicloud_vpc" "off" {
  lifecycle { enabled = local.off }
}
resource "huaweicloud_vpc" "perhaps" {
  name = "v"
  lifecycle { enabled = var.unknown }
}
module "off" {
  source = "./m"
  lifecycle { enabled = local.off }
}
locals {
  guesses = [module.perhaps == null, try(module.perhaps.name, "d"), huaweicloud_vpc.perhaps == null, try(huaweicloud_vpc.perhaps.name, "d")]
  id      = huaweicloud_vpc.perhaps.id
  none    = huaweicloud_vpc.off == null && try(huaweicloud_vpc.off.id, "none") == "none"
}`,
		"more.tf.json": `{"module": {"on": {"source": "./m", "lifecycle": {"enabled": true}}, "perhaps": {"source": "./m", "lifecycle": {"enabled": "${var.unknown}"}}}}`,
		"m/main.tf":    `resource "huaweicloud_vpc" "v" {}` + "\n" + `output "name" { value = "m" }`,
	}, Options{})
	for n, v := range r.local("guesses").AsValueSlice() {
		if v.IsKnown() {
			t.Errorf("guess %d is known: %#v", n, v)
		}
	}
	if v := r.local("none"); !v.RawEquals(cty.True) {
		t.Errorf("what is not enabled is not null: %#v", v)
	}
	if origins := originMarks(r.local("id").Marks()); len(origins) != 1 {
		t.Errorf("the origins of an ID that may not be there are %v", origins)
	}
	got := map[string]bool{}
	for _, m := range r.ModuleInstances() {
		for _, res := range m.Module.Resources {
			for _, i := range m.Instances(res) {
				got[i.Address] = i.Symbolic
			}
		}
	}
	want := map[string]bool{
		"huaweicloud_vpc.on": false, "huaweicloud_vpc.perhaps": true, "module.on.huaweicloud_vpc.v": false, "module.perhaps.huaweicloud_vpc.v": true,
	}
	if !maps.Equal(got, want) {
		t.Errorf("the instances, and whether they may not exist, are %v, not %v", got, want)
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
