package terraform

import (
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
