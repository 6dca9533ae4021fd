package terraform

import (
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// originsOf spells the origins of a local: ADDRESS.ATTRIBUTE.
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
  keyless     = huaweicloud_vpc.b.id
  no_key      = huaweicloud_vpc.c.id
  no_key_in   = [huaweicloud_vpc.c.id, "other"]
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
		"keyless":   "", // Terraform refuses to read an attribute of all instances
		"no_key":    "",
		"no_key_in": "",
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
		origins := Origins(instance(t, r, address).Block().Arg("vpc_id").Value())
		if len(origins) != 1 || origins[0].Instance.Address != want {
			t.Errorf("%s: got %v, want %s", address, origins, want)
		}
	}
}
