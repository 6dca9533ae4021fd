package terraform_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/schema/terraform/terraformtest"
)

// TestConstructs compares what the generator of TestDifferential does not write, types with optional attributes, files of inputs and
// data, templates, functions and their formats, with what Terraform and OpenTofu plan for it. Each value is known on both sides, or an error on both.
func TestConstructs(t *testing.T) {
	terraformtest.Each(t, func(t *testing.T, program string) {
		expressions := strings.Split(constructs, "\n---\n")
		planned, root := bothSides(t, program, expressions, map[string]string{
			"main.tf":            constructSurroundings,
			"m/main.tf":          constructModule,
			"a.auto.tfvars":      "order = \"a\"\nnfc = \"e\u0301\"\nauto = { x = { port = \"80\" }, y = {} }\n",
			"b.auto.tfvars.json": `{"order": "b", "jsonmap": {"a": 1, "b": true, "c": null}, "jsonany": [1, "x", {"k": null}], "big": 12345678901234567890123}`,
			"terraform.tfvars":   "order = \"t\"\nonly = <<EOT\nx ${\"y\"}\nEOT\n",
			"data.json":          "{\"a\": [1, 2.50, null, {\"b\": \"é\"}], \"n\": 1e3}",
			"bom.txt":            "\ufeffhello",
			"data.yaml":          "base: &b\n  port: 80\n  on: yes\nderived:\n  <<: *b\n  port: 443\nlist: [1, 0o17, 017, 0x1f, 1.5, .inf2, ~, null, 2020-01-01, '5', true, no]\ntext: |\n  two\n  lines\nfolded: >-\n  a\n  b\n",
			"data.csv":           "name,port,note\na,80,\"x, y\"\nb,,\n",
			"t.tftpl":            "%{ for k, v in m ~}\n${k}=${v}\n%{ endfor ~}\n%{ if on }on%{ else }off%{ endif }\n$${x} %%{y}\n",
			"crlf.tf":            "locals {\r\n  crlf = <<EOT\r\na\r\n  b ${var.order}\r\nEOT\r\n  crlf2 = <<-EOT\r\n    a\r\n      b\r\n    EOT\r\n}\r\n",
			"bom.tf":             "\ufefflocals { bom = 1 }\n",
			"l_override.tf":      "variable \"ov\" { default = \"3\" }\nlocals { ov = \"new\" }\nmodule \"ov\" { in = \"replaced\" }\noutput \"ovo\" { value = \"new\" }\n",
			"m_override.tf":      "variable \"ov2\" { type = number }\n",
			"j.tf.json":          `{"//": "comment", "locals": [{"//": "c", "j1": "${[for x in [1,2] : x * 2]}", "j2": "$${x} %%{y}", "j3": null, "j4": {"${\"a\"}-k": "%{ if true }y%{ endif }"}, "j5": ["${null}", 1.50, true]}, {"j6": "a\u00e9\ne\u0301", "j7": 1e3, "j8": 0.1, "j9": {"//": "kept", "a": 1}}], "variable": {"jv": {"type": "list(object({a=string,b=optional(number,3)}))", "default": [{"a": 1}, {"a": true, "b": "4"}]}, "jv2": {"default": "${x}"}}, "module": {"jm": [{"source": "./m", "in": {"a": [1, "${var.order}"], "b": null}}]}}`,
		})
		for i, e := range expressions {
			if want, got := planned[fmt.Sprint("r", i)], evaluated(t, root, fmt.Sprint("local.r", i)); got != want {
				t.Errorf("%s\n  is %s\n  not %s", e, want, got)
			}
		}
	})
}

const constructModule = "variable \"in\" {\n  type = any\n}\nvariable \"nn\" {\n  type = object({ a = optional(string, \"d\"), b = optional(object({ c = optional(number, 7), d = optional(list(string)) }), {}) })\n  default = {}\n  nullable = false\n}\noutput \"in\" { value = var.in }\noutput \"nn\" { value = var.nn }\noutput \"p\" { value = [path.module, path.root] }\n"

const constructSurroundings = `
resource "terraform_data" "u" {}
variable "order" { default = "d" }
variable "nfc" { type = string }
variable "only" { type = string }
variable "auto" {
  type = map(object({ port = optional(number, 1), host = optional(string, "h"), tags = optional(map(string), { a = "1" }) }))
}
variable "jsonmap" { type = map(string) }
variable "jsonany" { type = any }
variable "big" { type = number }
variable "ov" {
  type    = number
  default = 1
}
variable "ov2" { default = "12" }
variable "deep" {
  type = object({
    name = string
    opts = optional(object({
      retries = optional(number, 3)
      hosts   = optional(list(object({ h = string, p = optional(number, 80) })), [{ h = "dflt" }])
      inner   = optional(object({ x = optional(string, "X"), y = optional(bool) }), {})
    }), {})
    s = optional(set(string), ["b", "a", "b"])
    t = optional(tuple([string, number]), [1, "2"])
    a = optional(any)
  })
  default = { name = "n", extra = 1, opts = { hosts = [{ h = 1, p = "81" }, { h = "b", z = 1 }], inner = null } }
}
variable "setobj" {
  type    = set(object({ a = string, b = optional(number, 1) }))
  default = [{ a = "z" }, { a = "z", b = 1 }, { a = "a", b = null }]
}
variable "mapany" {
  type    = map(any)
  default = { a = 1, b = "x", c = true }
}
variable "mapanyobj" {
  type    = map(any)
  default = { a = { x = 1 }, b = { x = "q" } }
}
variable "listany2" {
  type    = list(any)
  default = [["a"], [1, 2]]
}
variable "tup" {
  type    = tuple([string, bool, list(number)])
  default = [1, "true", ["1", 2]]
}
variable "nullableno" {
  type     = list(string)
  nullable = false
  default  = []
}
variable "eph" {
  type      = string
  ephemeral = true
  default   = "e"
}
variable "sens" {
  type      = map(string)
  sensitive = true
  default   = { k = "v" }
}
variable "ünï" { default = "ü" }
locals {
  ov    = "old"
  routes = { a = { paths = ["/x", "/y"], m = "GET" }, b = { paths = ["/z"], m = "POST" }, c = { paths = [], m = "GET" } }
  unk   = terraform_data.u.id
}
module "ov" {
  source = "./m"
  in     = "orig"
}
module "lit" {
  source = "./m"
  in     = { a = [1, "b"], n = null }
  nn     = { b = { d = ["x", 1] } }
}
module "nul" {
  source = "./m"
  in     = null
  nn     = null
}
module "each" {
  for_each = toset(["a", "é"])
  source   = "./m"
  in       = each.key
}
output "ovo" { value = "old" }
check "c" {
  assert {
    condition     = var.order == "x"
    error_message = "no"
  }
}
`

const constructs = `var.order
---
var.nfc
---
"é" == "é"
---
length("é")
---
var.only
---
var.auto
---
var.jsonmap
---
var.jsonany
---
var.big
---
var.ov
---
var.ov2
---
var.deep
---
var.setobj
---
var.mapany
---
var.mapanyobj
---
var.listany2
---
var.tup
---
var.nullableno
---
var.ünï
---
local.ov
---
module.ov.in
---
module.lit
---
module.nul.nn
---
module.nul.in
---
module.each
---
local.crlf
---
local.crlf2
---
local.bom
---
file("bom.txt")
---
jsondecode(file("data.json"))
---
yamldecode(file("data.yaml"))
---
csvdecode(file("data.csv"))
---
templatefile("t.tftpl", { m = { b = 1, a = "x" }, on = true })
---
templatefile("${path.module}/t.tftpl", { m = {}, on = "false" })
---
[local.j1, local.j2, local.j3, local.j4, local.j5]
---
[local.j6, local.j7, local.j8, local.j9]
---
var.jv
---
var.jv2
---
module.jm.in
---
{ for k, r in local.routes : r.m => k... }
---
{ for k, r in local.routes : r.m => r.paths... }
---
flatten([for k, r in local.routes : [for p in r.paths : { key = "${k}-${p}", m = r.m }]])
---
{ for e in flatten([for k, r in local.routes : [for p in r.paths : { key = "${k}-${p}", m = r.m }]]) : e.key => e }
---
merge(local.routes.a, null, { m = null })
---
merge({ a = 1 }, { for k, v in local.routes : k => v if v.m == "GET" }, [{ z = 1 }]...)
---
merge()
---
merge(null)
---
merge([]...)
---
length(flatten([[local.unk], ["a"]]))
---
flatten([[for x in ["a"] : { id = local.unk, x = x }], []])[0].x
---
keys({ for x in ["a", "b"] : x => local.unk })
---
<<-EOT
    a ${upper("x")}
      b
    ${"c"}
  EOT
---
<<-EOT
    %{ for x in ["1", "2"] ~}
    - ${x}
    %{ endfor ~}
    end
  EOT
---
<<EOT
%{ if false ~}
no
%{ else ~}
yes
%{ endif ~}
EOT
---
"${~ "a" ~} b"
---
" ${~ "a" ~}  b ${~ 1 }"
---
"a\u00e9\U0001F600\t\"\\"
---
formatdate("DD MMM YYYY hh:mm ZZZ", "2020-02-03T04:05:06+02:00")
---
formatdate("EEEE, D-M-YY 'at' H:m:s AA Z", "2020-02-03T14:05:06Z")
---
timeadd("2020-02-28T23:00:00Z", "1h30m")
---
timecmp("2020-01-01T00:00:00Z", "2020-01-01T01:00:00+01:00")
---
cidrsubnets("10.0.0.0/16", 4, 4, 8, 2)
---
cidrsubnets("fd00::/48", 16, 16)
---
[cidrhost("10.0.0.0/24", -1), cidrhost("10.0.0.0/24", 256), cidrnetmask("10.0.0.0/20")]
---
setproduct(["a", "b"], [1, 2])
---
setproduct(toset(["b", "a"]), toset(["x"]))
---
zipmap(["a", "b"], [1, "x"])
---
zipmap(["a", "a"], [1, 2])
---
transpose({ a = ["1", "2"], b = ["2"] })
---
regexall("(?P<k>[a-z]+)=(\\d+)?", "a=1 b=")
---
regexall("[a-z]+", "ab 1 cd")
---
regex("(?P<k>[a-z]+)=(?P<v>\\d+)", "a=1")
---
regex("(\\w)(x)?", "a")
---
replace("a.b.c", "/\\.(\\w)/", "-$1")
---
replace("a.b", ".", "$1")
---
tolist([1, "a", true])
---
toset([1, "1", true, "true"])
---
tomap({ a = 1, b = "x" })
---
tolist([{ a = 1 }, { a = "x" }])
---
tolist([{ a = 1 }, { b = "x" }])
---
tomap({ a = [1], b = ["x", 2] })
---
true ? [1] : ["a", "b"]
---
true ? { a = 1 } : { b = "x" }
---
true ? { a = 1 } : {}
---
true ? null : { a = [1] }
---
false ? [] : [{ a = 1 }]
---
true ? [{ a = 1 }] : []
---
true ? [{ a = 1 }] : [{ a = "x", b = 1 }]
---
true ? var.deep : null
---
true ? { a = { b = 1 } } : { a = { b = "x" } }
---
true ? toset([1]) : toset(["a"])
---
true ? [1, "a"] : tolist(["b"])
---
length(true ? [local.unk] : [])
---
(true ? [1, 2] : [3])[1]
---
[for i, x in (true ? [1] : ["a"]) : i == 0]
---
[for k, v in var.sens : k]
---
issensitive(var.sens)
---
[terraform.workspace, path.module, path.root]
---
module.lit.p
---
one([])
---
one([1, 2])
---
one(toset(["x"]))
---
null == null
---
[1] == [1]
---
tolist([1]) == [1]
---
{ a = 1 } == { a = 1 }
---
tomap({ a = 1 }) == { a = 1 }
---
1 == "1"
---
"1" + 1
---
-"3"
---
7 % -3
---
1 / 3
---
0.1 + 0.2
---
1e400
---
100000000000000000000000000
---
format("%05.2f|%-5s|%5s|%x|%+d|%q|%t|%%|%v", 3.14159, "a", "b", 255, 3, "q\"", true, [1, "a", null])
---
format("%[2]s %[1]s", "a", "b")
---
formatlist("%s-%s", ["a", "b"], "x")
---
formatlist("%s", [])
---
join(",", [for s in split(",", "a,,b") : s if s != ""])
---
coalesce("", null, "x")
---
coalescelist([], [1])
---
compact(["", null, "a"])
---
distinct(["a", "a", "b"])
---
chunklist(["a", "b", "c"], 2)
---
slice(["a", "b", "c"], 1, 2)
---
matchkeys(["a", "b"], ["1", "2"], ["2"])
---
range(3, 0, -1)
---
range(0, 1, 0.25)
---
sort(["b", "A", "a"])
---
[for s in toset(["b", "A", "a", "é", "10", "9"]) : s]
---
[for s in toset([10, 9, 1]) : s]
---
[for b in toset([true, false]) : b]
---
title("hello wOrld-x")
---
substr("héllo", 1, 3)
---
substr("hello", -3, -1)
---
strrev("añb")
---
indent(2, "a\nb\n")
---
trimspace(" a \n")
---
trim("?!a?!", "!?")
---
chomp("a\r\n\n")
---
parseint("-ff", 16)
---
[ceil(-1.5), floor(-1.5), signum(-2), abs(-3), log(8, 2), pow(2, 0.5)]
---
base64encode("é")
---
base64gzip("x") != ""
---
textencodebase64("a", "UTF-16LE")
---
urlencode("a b/ü~*")
---
md5("x")
---
sha256(jsonencode({ b = 1, a = "<&>" }))
---
yamlencode({ a = [1, "x: y", null, { b = true }], c = "multi\nline", d = "1", e = "" })
---
jsonencode({ a = "\u2028é", n = 1.50, z = null })
---
jsondecode("{\"a\":1,\"a\":2}")
---
jsondecode("[]")
---
jsondecode("1 2")
---
yamldecode("a: 1\na: 2")
---
yamldecode("[1, {a: *x}]")
---
yamldecode("x: 1_000\ny: 1e3\nz: 0b11\nw: .5\nv: 12:30:00\nu: +1\nt: Yes\ns: ''")
---
csvdecode("a,b\n1\n")
---
try(var.deep.opts.inner.x, "none")
---
can(var.deep.nope)
---
alltrue([]) && !anytrue([])
---
alltrue([true, "true", null])
---
sum([1, "2", 0.5])
---
max([1, 5, 3]...)
---
lookup({ a = null }, "a", "d")
---
lookup({ a = 1 }, "b", "d")
---
contains(["1"], 1)
---
index(["a", "b"], "b")
---
keys({ b = 1, a = 2, "Ä" = 3, "A" = 4 })
---
values({ b = 1, a = "x" })
---
var.auto["x"].tags["a"]
---
var.auto[*].x.port
---
var.deep.opts.hosts[*].p
---
var.deep.opts.hosts.*.h
---
null[*]
---
"x"[*]
---
{ "${"a"}b" = 1, (var.order) = 2, c: 3 }
---
[for k, v in { a = 1 } : "${k}:${v}"][0]
---
{ for i, v in ["a", "b"] : v => i if i > 0 }
---
{ for v in ["a", "a"] : v => 1 }
---
startswith("abc", "ab") && endswith("abc", "bc") && strcontains("abc", "b")
---
templatestring(local.ov, {})
---
fileexists("data.json") && !fileexists("nope")
---
fileset(path.module, "*.{json,yaml}")
---
filemd5("data.csv")
---
[basename("a/b.txt"), dirname("a/b.txt"), pathexpand("x")]
---
sensitive("x") == "x"
---
tonumber("1e3")
---
tonumber("0x10")
---
tonumber(" 1")
---
tobool("True")
---
tostring(1e21)
---
tostring(0.000001)
---
"${1.0}-${1e5}-${1e25}-${0.1}-${1/3}"
---
cidrsubnet("10.1.2.3/16", 8, 5)`
