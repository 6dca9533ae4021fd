package terraform

import (
	"fmt"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

func TestWhatCannotBeKnownIsUnknown(t *testing.T) {
	r := load(t, map[string]string{
		"main.tf": `
variable "given" {}
variable "typed" { type = object({ a = string }) }
variable "secret" {
  default   = "x"
  sensitive = true
}
module "remote" { source = "example.com/x/y" }
module "outside" { source = "../../outside" }
module "loop" { source = "./loop" }
locals {
  given    = var.given
  typed    = var.typed.a
  cycle    = local.cycle2
  cycle2   = local.cycle
  nothing  = local.not_declared
  failing  = tonumber("x")
  module   = module.remote.output
  outside  = module.outside.output
  time     = timestamp()
  passwd   = file("/etc/passwd")
  above    = file("../../secret")
  data     = data.http.x.body
  resource = aws_instance.x.id
}
resource "aws_instance" "x" {}
data "http" "x" {}`,
		"loop/main.tf": `module "again" { source = "../loop" }`,
	}, Options{})
	for _, name := range []string{
		"given", "typed", "cycle", "nothing", "failing", "module", "outside", "time", "passwd", "above", "data", "resource",
	} {
		if v, _ := r.local(name).UnmarkDeep(); v.IsKnown() {
			t.Errorf("local.%s is %#v", name, v)
		}
	}
	if !Sensitive(r.variable("secret")) {
		t.Error("a sensitive variable is not marked")
	}
	r.ModuleInstances()
	var notes []string
	for _, n := range r.Notes {
		notes = append(notes, n.Message)
	}
	said := strings.Join(notes, "\n")
	for _, want := range []string{
		"local.cycle depends on itself",
		`module "remote" is not analysed: it is not installed here`,
		`module "outside" is not analysed: its source is outside the boundary`,
		`module "again" is not analysed: it calls itself`,
	} {
		if !strings.Contains(said, want) {
			t.Errorf("nothing says %q in:\n%s", want, said)
		}
	}
	if !r.Open {
		t.Error("a root with missing modules is not open")
	}
}

func TestBrokenFiles(t *testing.T) {
	r := loadBroken(t, map[string]string{
		"good.tf":   `locals { result = 1 }`,
		"broken.tf": `locals { x = `,
		"binary.tf": "\x00\x01",
		"latin.tf":  "# caf\xe9",
		"utf16.tf":  "\xff\xfea\x00",
		"deep.tf":   "locals { x = " + strings.Repeat("[", 100_000) + "}",
	}, Options{})
	files := map[string]bool{}
	for _, d := range r.Diagnostics {
		files[d.Subject.Filename] = true
	}
	for _, name := range []string{"broken.tf", "binary.tf", "latin.tf", "utf16.tf", "deep.tf"} {
		if !files[name] {
			t.Errorf("nothing is said about %s", name)
		}
	}
	if v := r.local("result"); !v.RawEquals(cty.NumberIntVal(1)) || !r.Open {
		t.Errorf("the good file is lost, or the root is not open: %#v %v", v, r.Open)
	}
}

func TestExpansionIsBounded(t *testing.T) {
	r := load(t, map[string]string{"main.tf": `
resource "huaweicloud_vpc" "a" { count = 1000000000 }
resource "huaweicloud_vpc" "self" { count = length(huaweicloud_vpc.self) }`}, Options{})
	if i := instance(t, r, "huaweicloud_vpc.a[*]"); !i.Symbolic {
		t.Error("an enormous count is expanded")
	}
	if i := instance(t, r, "huaweicloud_vpc.self[*]"); !i.Symbolic {
		t.Error("a count that needs itself is known")
	}
}

func TestDoublingIsBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("locals {\n  l0 = [huaweicloud_vpc.v.id]\n")
	for n := range 60 {
		fmt.Fprintf(&b, "  l%d = [local.l%d, local.l%d]\n  o%d = { a = local.o%d, b = local.o%d }\n", n+1, n, n, n+1, n, n)
	}
	b.WriteString("  o0 = { a = huaweicloud_vpc.v.id }\n}\nresource \"huaweicloud_vpc\" \"v\" {}\nresource \"huaweicloud_vpc\" \"w\" {\n  name = jsonencode([local.l60, local.o60])\n}\n")
	r := load(t, map[string]string{"main.tf": b.String()}, Options{})
	v, _ := instance(t, r, "huaweicloud_vpc.w").Block().Arg("name").Value().UnmarkDeep()
	if v.IsKnown() {
		t.Errorf("got %#v", v)
	}
	if len(r.Notes) == 0 || !strings.Contains(r.Notes[0].Message, "has too many parts to be evaluated") {
		t.Errorf("nothing says so: %v", r.Notes)
	}
}
