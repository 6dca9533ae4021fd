//go:build unix

package main

import (
	"fmt"
	"strings"
)

// hostileValues are expressions whose values are more than there is memory for, or take longer than anyone waits.
var hostileValues = []hostile{
	{
		name: "`count = 1000000000`", small: 1, full: 1,
		make: func(d dir, _ int) {
			d.write("x.tf", "resource \"huaweicloud_vpc\" \"a\" {\n  count = 1000000000\n  name = \"a${count.index}\"\n}\n")
		},
		code: 1, says: "count = 1000000000 is not expanded: one instance stands for all",
	},
	{
		name: "`count = 1e600000000`", small: 1, full: 1,
		make: func(d dir, _ int) {
			d.write("x.tf", "resource \"huaweicloud_vpc\" \"a\" {\n  count = 1e600000000\n  name = 1e600000000\n}\n")
		},
		code: 1,
	},
	value("`range(1e9)`", `length(range(1e9))`),
	value("a number with 600 million digits as text", `upper(1e600000000)`),
	value("a number with 600 million digits in a template", `"x${1e600000000}"`),
	value("a number with 600 million digits as a key", `{ (1e600000000) = 1 }`),
	value("arithmetic with numbers of 600 million digits", `1e600000000 % 7 + 1e600000000 * 1e600000000 - 1e-600000000`),
	value("a comparison of numbers with 600 million digits", `1e600000000 == "1e600000000"`),
	value("`format` with a width of a billion", `format("%1000000000d", 1)`),
	value("`join`, `replace` and `format` one in the other", `replace(join(local.k, [for i in range(1000) : local.k]), "a", local.k)`),
	value("`setproduct` of five lists of a thousand", `length(setproduct(range(1000), range(1000), range(1000), range(1000), range(1000)))`),
	value("`flatten` of a product", `length(flatten([for a in local.k1 : [for b in local.k1 : [for c in local.k1 : [a, b, c]]]]))`),
	value("`cidrsubnets` many times over", `[for a in local.k1 : [for b in local.k1 : cidrsubnets("10.0.0.0/8", 8, 8, 8, 8, 8, 8, 8, 8)]]`),
	value("`for` in `for`, 10¹² elements", `[for a in local.k1 : [for b in local.k1 : [for c in local.k1 : [for d in local.k1 : 1]]]]`),
	value("`for` in `for`, 10¹² conditions", `[for a in local.k1 : a if [for b in local.k1 : b if [for c in local.k1 : c if [for d in local.k1 : d if false] != []] != []] != []]`),
	value("`for` in `for` as objects", `{for a in local.k1 : a => {for b in local.k1 : b => {for c in local.k1 : c => {for d in local.k1 : d => 1}}}}`),
	value("`%{for}` in `%{for}`", `"%{for a in local.k1}%{for b in local.k1}%{for c in local.k1}%{for d in local.k1}x%{endfor}%{endfor}%{endfor}%{endfor}"`),
	value("splat in splat", `local.k1[*][local.k1[*][local.k1[*][local.k1[*][0]]]]`),
	value("`for` with the grouping mode, quadratic", `{for i in flatten([for a in local.k1 : local.k1]) : "x" => i...}`),
	value("`try` in `for` in `try`", `try([for a in local.k1 : try([for b in local.k1 : try([for c in local.k1 : try([for d in local.k1 : 1])])])])`),
	value("a long text in every element", `[for a in local.k1 : [for b in local.k1 : "${local.k}${local.k}${a}${b}"]]`),
	value("a long text, many times in one template", `"`+strings.Repeat("${local.m}", 100_000)+`"`),
	value("a million comparisons of a large value", `[`+strings.Repeat("local.large == local.large, ", 100_000)+`]`),
	value("a million calls with a large value", `[`+strings.Repeat("length(local.large), ", 100_000)+`]`),
	value("conversions of a large value", `[`+strings.Repeat("tolist(local.large), ", 10_000)+`]`),
	value("`tolist` of a hundred thousand types", `tolist(flatten([for a in local.k1 : [for b in range(100) : [1, "a", true, [a], {}]]]))`),
	value("regular expressions that explode elsewhere", `regexall("(a*)*(a*)*(a|a)*b", local.m)`),
	value("a regular expression with huge repetitions", `regexall("((((a{1,1000}){1,1000}){1,1000}){1,1000}){1,1000}", local.k)`),
	value("a thousand regular expressions of some size", `[for a in local.k1 : [for b in local.k1 : regexall("(a{1,100}){1,10}${a}x{${b % 10}}", local.k)]]`),
	value("YAML that is a billion laughs", `yamldecode(join("\n", concat(["a0: &a0 [x, x, x]"], [for i in range(40) : "a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]"])))`),
	value("a template that renders itself", `templatefile("x.tftpl", {})`),
	value("`templatefile` in `for` in `for`", `[for a in local.k1 : [for b in local.k1 : [for c in local.k1 : templatefile("y.tftpl", { a = local.k1 })]]]`),
	value("`fileset` of everything, a million times", `[for a in local.k1 : [for b in local.k1 : fileset(".", "**/*.{tf,${a}${b}}")]]`),
	value("`fileset` of `{a,aa,*}{a,aa,*}…`", `fileset(".", join("", [for i in range(64) : "{a,*}"]))`),
	value("`bcrypt` and `rsadecrypt` many times over", `[for a in local.k1 : [for b in local.k1 : [bcrypt("a", 20), md5(local.m)]]]`),
	values("`for` in `for`", `[for a in local.k1 : [for b in local.k1 : [for c in local.k1 : [for d in local.k1 : 1]]]]`),
	values("`for` in `for` as objects", `{for a in local.k1 : a => {for b in local.k1 : b => {for c in local.k1 : c => 1}}}`),
	values("`flatten`, `jsonencode` and `jsondecode` in `for`", `[for a in local.k1 : [for b in local.k1 : jsondecode(jsonencode(flatten([a, b, local.k1])))]]`),
	values("`yamldecode` in `for`", `[for a in local.k1 : [for b in local.k1 : yamldecode("a: [${a}, ${b}]")]]`),
	values("`toset` and `sort` in `for`", `[for a in local.k1 : [for b in local.k1 : sort(toset([a, b, "${a}${b}"]))]]`),
	values("`try` in `for`", `[for a in local.k1 : [for b in local.k1 : try(a.x, b.x, local.none, can(a.b))]]`),
	values("`templatefile` in `for`", `[for a in local.k1 : templatefile("y.tftpl", { a = local.k1 })]`),
	values("`format` in `for`", `[for a in local.k1 : [for b in local.k1 : format("%d-%s-%v", a, b, [a, b])]]`),
	values("regular expressions in `for`", `[for a in local.k1 : [for b in local.k1 : regexall("(a{1,100}){1,10}${a}x{${b % 10}}", local.k)]]`),
	{
		name: "sixty locals, each twice the one before", small: 60, full: 60,
		make: func(d dir, n int) { d.write("x.tf", doubling(n, "[local.a_%d, local.a_%[2]d]")) },
		code: 1, says: "has too many parts to be evaluated",
	},
	{
		name: "sixty texts, each twice the one before", small: 60, full: 60,
		make: func(d dir, n int) { d.write("x.tf", doubling(n, `"${local.a_%d}${local.a_%[2]d}"`)) },
		code: 1, says: "is too large to be evaluated",
	},
	{
		name: "sixty objects, each twice the one before", small: 60, full: 60,
		make: func(d dir, n int) { d.write("x.tf", doubling(n, "{ a = local.a_%d, b = { c = local.a_%[2]d } }")) },
		code: 1, says: "has too many parts to be evaluated",
	},
	{
		name: "sixty results of `concat`, each twice the one before", small: 60, full: 60,
		make: func(d dir, n int) { d.write("x.tf", doubling(n, "concat(local.a_%d, local.a_%[2]d)")) },
		code: 1,
	},
	{
		name: "a thousand chains of doubling locals", small: 100, full: 1000,
		make: func(d dir, n int) {
			var all strings.Builder
			for i := range n {
				all.WriteString(strings.NewReplacer("a_", fmt.Sprintf("a%d_", i)).Replace(doubling(30, "[local.a_%d, local.a_%[2]d]")))
			}
			d.write("x.tf", all.String())
		},
		code: 1, says: "has too many parts to be evaluated",
	},
	{
		name: "ten thousand locals in a row", small: 10_000, full: 100_000,
		make: func(d dir, n int) {
			var b strings.Builder
			b.WriteString("locals {\n  a_0 = [1]\n")
			for i := range n {
				fmt.Fprintf(&b, "  a_%d = local.a_%d\n", i+1, i)
			}
			fmt.Fprintf(&b, "}\nresource \"huaweicloud_vpc\" \"a\" {\n  name = local.a_%d\n}\n", n)
			d.write("x.tf", b.String())
		},
		code: 1, says: "is too deep in a chain of references to be evaluated",
	},
	{
		name: "locals in a circle", small: 1, full: 1,
		make: func(d dir, _ int) {
			d.write("x.tf", "locals {\n  a = local.b\n  b = [local.c]\n  c = local.a\n}\nresource \"huaweicloud_vpc\" \"a\" {\n  name = local.a\n}\n")
		},
		code: 1, says: "depends on itself",
	},
	{
		name: "dynamic blocks in dynamic blocks", small: 1, full: 1,
		make: func(d dir, _ int) {
			d.write("x.tf", `
resource "huaweicloud_apig_api" "a" {
  count = 1000
  dynamic "request_params" {
    for_each = range(1000)
    content {
      name = "a"
      dynamic "x" {
        for_each = range(1000)
        content {
          dynamic "y" {
            for_each = range(1000)
            content {
              z = y.value
            }
          }
        }
      }
    }
  }
}
`)
		},
		code: 1, says: "is not expanded",
	},
	{
		name: "resources with many elements", small: 20, full: 2_000,
		make: func(d dir, n int) {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, "resource \"huaweicloud_vpc\" \"a%d\" {\n  count = 10000\n  name  = \"a${count.index}\"\n}\n", i)
			}
			d.write("x.tf", b.String())
		},
		args: []string{"check", "--rule", "aut", "."},
		code: 1,
	},
}

// doubling is a chain of locals, the first of which is small.
func doubling(n int, next string) string {
	var b strings.Builder
	b.WriteString("locals {\n  a_0 = [\"some text\"]\n")
	if strings.HasPrefix(next, `"`) {
		b.Reset()
		b.WriteString("locals {\n  a_0 = \"some text\"\n")
	}
	for i := range n {
		fmt.Fprintf(&b, "  a_%d = "+next+"\n", i+1, i)
	}
	fmt.Fprintf(&b, "}\nresource \"huaweicloud_vpc\" \"a_\" {\n  name        = local.a_%d\n  description = local.a_%[1]d\n}\n", n)
	return b.String()
}

// value is an expression that a resource asks for, twice.
func value(name, expression string) hostile { return hostileValue(name, expression, 1, 1) }

// values is an expression that many resources ask for: all that a root module may take is spent.
func values(name, expression string) hostile {
	return hostileValue(name+", in forty resources", expression, 2, 40)
}

func hostileValue(name, expression string, small, full int) hostile {
	return hostile{
		name: name, small: small, full: full,
		make: func(d dir, n int) {
			d.write(strings.Repeat("a", 200), "")
			d.write("x.tftpl", `${templatefile("x.tftpl", {})}`)
			d.write("y.tftpl", `%{for i in a}%{for j in a}${i}${j}%{endfor}%{endfor}`)
			d.write("x.tf", `
locals {
  k1    = range(1000)
  k     = join("", [for i in local.k1 : "a"])
  m     = join("", [for i in local.k1 : local.k])
  large = [for i in local.k1 : [for j in range(500) : j]]
}
`)
			for i := range n {
				d.write(fmt.Sprintf("x%d.tf", i), fmt.Sprintf("resource \"huaweicloud_vpc\" \"a%d\" {\n  name        = ", i)+
					expression+"\n  description = "+expression+"\n}\n")
			}
		},
		code: 1,
	}
}
