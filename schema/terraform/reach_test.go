package terraform

import "testing"

func TestReach(t *testing.T) {
	r := load(t, map[string]string{
		"main.tf": `
variable "unknown" {}
variable "known" { default = "x" }
locals {
  paths  = { list = local.path }
  path   = "/orders"
  other  = "other"
  digest = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
  when   = local.clock
  clock  = timestamp()
  cycle  = local.elcyc
  elcyc  = local.cycle
}
resource "huaweicloud_apig_api" "orders" {
  for_each     = local.paths
  request_path = each.value
  name         = var.known
}
resource "huaweicloud_apig_environment" "literal"   { name = "literal" }
resource "huaweicloud_apig_environment" "same"      { name = "at ${local.path}" }
resource "huaweicloud_apig_environment" "known"     { name = var.known }
resource "huaweicloud_apig_environment" "other"     { name = local.other }
resource "huaweicloud_apig_environment" "unknown"   { name = var.unknown }
resource "huaweicloud_apig_environment" "digest"    { name = local.digest }
resource "huaweicloud_apig_environment" "output"    { name = module.m.out }
resource "huaweicloud_apig_environment" "time"      { name = local.when }
resource "huaweicloud_apig_environment" "file"      { name = filemd5("x") }
resource "huaweicloud_apig_environment" "cycle"     { name = local.cycle }
resource "huaweicloud_apig_environment" "value" {
  for_each = local.paths
  name     = each.value
}
resource "huaweicloud_apig_environment" "key" {
  for_each = local.paths
  name     = each.key
}
module "m" {
  source = "./m"
  in     = local.path
}
module "many" {
  source   = "./m"
  for_each = local.paths
  in       = each.value
}`,
		"m/main.tf": `
variable "in" {}
output "out" { value = upper(var.in) }
resource "huaweicloud_apig_environment" "inside" { name = var.in }`,
	}, Options{})
	api := instance(t, r, `huaweicloud_apig_api.orders["list"]`)
	for address, want := range map[string]struct{ meets, mentions, changes bool }{
		"huaweicloud_apig_environment.literal":                    {},
		"huaweicloud_apig_environment.same":                       {meets: true},
		"huaweicloud_apig_environment.known":                      {meets: true},
		"huaweicloud_apig_environment.other":                      {},
		"huaweicloud_apig_environment.unknown":                    {meets: true},
		"huaweicloud_apig_environment.digest":                     {meets: true, mentions: true},
		"huaweicloud_apig_environment.output":                     {meets: true},
		"huaweicloud_apig_environment.time":                       {changes: true},
		"huaweicloud_apig_environment.file":                       {changes: true},
		"huaweicloud_apig_environment.cycle":                      {},
		`huaweicloud_apig_environment.value["list"]`:              {meets: true},
		`huaweicloud_apig_environment.key["list"]`:                {},
		"module.m.huaweicloud_apig_environment.inside":            {meets: true},
		`module.many["list"].huaweicloud_apig_environment.inside`: {meets: true},
	} {
		reach := instance(t, r, address).Block().Arg("name").Reach()
		if got := reach.Meets(api.Reach()); got != want.meets {
			t.Errorf("%s: meets the API: %v", address, got)
		}
		if got := reach.Mentions(api); got != want.mentions {
			t.Errorf("%s: mentions the API: %v", address, got)
		}
		if got := reach.ChangesByItself(); got != want.changes {
			t.Errorf("%s: changes by itself: %v", address, got)
		}
	}
}

func TestLiterals(t *testing.T) {
	r := load(t, map[string]string{
		"main.tf": `
variable "given" { default = "default" }
variable "taken" { default = "default" }
variable "null"  { default = null }
locals {
  apps   = { web = { secret = "w", codes = ["c0", var.null] }, app = { secret = var.null } }
  chosen = true ? "yes" : "no"
}
resource "huaweicloud_apig_appcode" "literal"     { value = "x" }
resource "huaweicloud_apig_appcode" "number"      { value = 7 }
resource "huaweicloud_apig_appcode" "template"    { value = "x${local.chosen}" }
resource "huaweicloud_apig_appcode" "wrapped"     { value = "${local.chosen}" }
resource "huaweicloud_apig_appcode" "path"        { value = local.apps["web"].secret }
resource "huaweicloud_apig_appcode" "element"     { value = local.apps.web.codes[0] }
resource "huaweicloud_apig_appcode" "missing"     { value = local.apps.web.codes[7] }
resource "huaweicloud_apig_appcode" "null"        { value = local.apps.app.secret }
resource "huaweicloud_apig_appcode" "given"       { value = var.given }
resource "huaweicloud_apig_appcode" "taken"       { value = var.taken }
resource "huaweicloud_apig_appcode" "function"    { value = upper("x") }
resource "huaweicloud_apig_appcode" "output"      { value = module.m["a"].out }
resource "huaweicloud_apig_appcode" "cycle"       { value = local.cycle }
resource "huaweicloud_apig_application" "codes"   { app_codes = local.apps.web.codes }
resource "huaweicloud_apig_appcode" "each" {
  for_each = local.apps
  value    = each.value.secret
}
resource "huaweicloud_apig_appcode" "set" {
  for_each = toset(["a", "b"])
  value    = each.key
}
locals { cycle = local.cycle }
module "m" {
  source   = "./m"
  for_each = { a = "A" }
  in       = each.value
}`,
		"m/main.tf": `
variable "in" {}
variable "own" { default = "own" }
output "out" { value = var.in }
resource "huaweicloud_apig_appcode" "own" { value = var.own }
resource "huaweicloud_apig_appcode" "in"  { value = var.in }`,
		"terraform.tfvars": `given = "tfvars"`,
	}, Options{})
	for address, want := range map[string]string{
		"huaweicloud_apig_appcode.literal":           "x",
		"huaweicloud_apig_appcode.number":            "7",
		"huaweicloud_apig_appcode.template":          "",
		"huaweicloud_apig_appcode.wrapped":           "yes",
		"huaweicloud_apig_appcode.path":              "w",
		"huaweicloud_apig_appcode.element":           "c0",
		"huaweicloud_apig_appcode.missing":           "",
		"huaweicloud_apig_appcode.null":              "",
		"huaweicloud_apig_appcode.given":             "",
		"huaweicloud_apig_appcode.taken":             "default",
		"huaweicloud_apig_appcode.function":          "",
		"huaweicloud_apig_appcode.output":            "A",
		"huaweicloud_apig_appcode.cycle":             "",
		"huaweicloud_apig_application.codes":         "c0",
		`huaweicloud_apig_appcode.each["web"]`:       "w",
		`huaweicloud_apig_appcode.each["app"]`:       "",
		`huaweicloud_apig_appcode.set["b"]`:          "b",
		`module.m["a"].huaweicloud_apig_appcode.own`: "own",
		`module.m["a"].huaweicloud_apig_appcode.in`:  "A",
	} {
		block := instance(t, r, address).Block()
		arg := block.Arg("value")
		if arg == nil {
			arg = block.Arg("app_codes")
		}
		got := ""
		for _, literal := range arg.Literals() {
			got += literal.Text
			file := r.Files()[0]
			if literal.Range.Filename != file.Name {
				file = r.Files()[1]
			}
			if text := string(literal.Range.SliceBytes(file.Bytes)); text != `"`+literal.Text+`"` && text != literal.Text {
				t.Errorf("%s: the literal's range covers %s", address, text)
			}
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", address, got, want)
		}
	}
}
