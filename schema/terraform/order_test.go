package terraform

import "testing"

// TestAwaits holds the ways on which Terraform makes one resource after another, and what looks like one.
func TestAwaits(t *testing.T) {
	r := load(t, map[string]string{
		"main.tf": `
resource "null_resource" "first" { count = 1 }
data "external" "after" { depends_on = [null_resource.first] }
locals {
  both = { first = null_resource.first[0].id, other = "x" }
}
resource "null_resource" "reference"  { triggers = { x = null_resource.first[0].id } }
resource "null_resource" "listed"     { depends_on = [null_resource.first] }
resource "null_resource" "chain"      { depends_on = [null_resource.listed] }
resource "null_resource" "local"      { triggers = { x = local.both.other } }
resource "null_resource" "data"       { triggers = { x = data.external.after.result } }
resource "null_resource" "each"       { for_each = toset([null_resource.first[0].id]) }
resource "null_resource" "trigger" {
  lifecycle { replace_triggered_by = [null_resource.first] }
}
resource "null_resource" "provisioned" {
  provisioner "local-exec" { command = null_resource.first[0].id }
}
resource "null_resource" "whole"      { depends_on = [module.makes] }
resource "null_resource" "output"     { triggers = { x = module.makes.of_first } }
resource "null_resource" "dependent"  { triggers = { x = module.makes.dependent } }
resource "null_resource" "constant"   { triggers = { x = module.makes.constant } }
resource "null_resource" "missing"    { triggers = { x = module.missing.y } }
resource "null_resource" "none"       { depends_on = [module.none] }
resource "null_resource" "alone"      {}
resource "null_resource" "sibling"    { depends_on = [null_resource.alone] }
module "makes" {
  source = "./m"
  in     = "x"
}
module "waits" {
  source     = "./m"
  in         = "x"
  depends_on = [null_resource.first]
}
module "given" {
  source   = "./m"
  for_each = toset(["a"])
  in       = null_resource.first[0].id
}
module "missing" {
  source = "./nowhere"
  in     = null_resource.first[0].id
}
module "none" {
  source = "./m"
  count  = 0
  in     = null_resource.first[0].id
}`,
		"json.tf.json": `{"resource": {"null_resource": {"json": {"depends_on": ["null_resource.first"]}}}}`,
		"m/main.tf": `
variable "in" {}
resource "null_resource" "in"   { triggers = { x = var.in } }
resource "null_resource" "free" {}
output "of_first"  { value = null_resource.free.id }
output "dependent" {
  value      = "x"
  depends_on = [null_resource.free]
}
output "constant" { value = "x" }`,
	}, Options{})
	first, free := instance(t, r, "null_resource.first[0]"), instance(t, r, "module.makes.null_resource.free")
	for address, awaits := range map[string]struct{ first, free bool }{
		"null_resource.reference":              {first: true},
		"null_resource.listed":                 {first: true},
		"null_resource.chain":                  {first: true},
		"null_resource.local":                  {first: true}, // a local is made as a whole
		"null_resource.data":                   {first: true},
		"null_resource.trigger":                {first: true},
		"null_resource.provisioned":            {first: true},
		"null_resource.json":                   {first: true},
		"null_resource.missing":                {first: true},
		"null_resource.none":                   {first: true},
		"null_resource.whole":                  {free: true},
		"null_resource.output":                 {free: true},
		"null_resource.dependent":              {free: true},
		"null_resource.constant":               {},
		"null_resource.alone":                  {},
		"null_resource.sibling":                {},
		"null_resource.first[0]":               {},
		"module.waits.null_resource.free":      {first: true},
		`module.given["a"].null_resource.in`:   {first: true},
		`module.given["a"].null_resource.free`: {},
		"module.makes.null_resource.in":        {},
	} {
		of := instance(t, r, address).Awaits()
		if got := of(first); got != awaits.first {
			t.Errorf("%s waits for first: %v", address, got)
		}
		if got := of(free); got != awaits.free {
			t.Errorf("%s waits for free: %v", address, got)
		}
	}
}
