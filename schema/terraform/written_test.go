package terraform

import (
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// What others read of an argument is what the provider takes it for.
func TestWrittenValues(t *testing.T) {
	r := load(t, map[string]string{
		"main.tf": `
resource "huaweicloud_vpc" "a" {
  name        = "a"
  cidr        = ""
  description = ""

  enterprise_project_id = ""

  tags        = { team = "core", none = null }
}
resource "huaweicloud_compute_instance" "a" {
  name       = null
  admin_pass = "Secret-1"
}
locals {
  team        = huaweicloud_vpc.a.tags["team"]
  tags        = keys(huaweicloud_vpc.a.tags)
  description = huaweicloud_vpc.a.description
  cidr        = huaweicloud_vpc.a.cidr
  project     = huaweicloud_vpc.a.enterprise_project_id
  admin_pass  = huaweicloud_compute_instance.a.admin_pass
}`,
	}, Options{})
	for name, want := range map[string]cty.Value{
		"team":        cty.StringVal("core"),
		"tags":        cty.ListVal([]cty.Value{cty.StringVal("team")}),
		"description": cty.StringVal(""),
		"cidr":        cty.StringVal(""),
		"project":     cty.UnknownVal(cty.String), // optional and computed: the provider cannot tell it from nothing
		"admin_pass":  cty.StringVal("Secret-1"),
	} {
		if got, _ := r.local(name).UnmarkDeep(); !got.RawEquals(want) {
			t.Errorf("%s: got %#v, want %#v", name, got, want)
		}
	}
	if !Sensitive(r.local("admin_pass")) {
		t.Error("what is written in a sensitive argument is shown")
	}
}
