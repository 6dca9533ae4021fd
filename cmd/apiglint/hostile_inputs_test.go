package main

import (
	"fmt"
	"os"
	"strings"
)

// hostileText is text that is hard to parse.
var hostileText = []hostile{
	{
		name: "brackets, 10⁵ deep", small: 100_000, full: 100_000,
		make: func(d dir, n int) {
			d.write("x.tf", "locals {\n  a = "+strings.Repeat("[", n)+strings.Repeat("]", n)+"\n}\n")
		},
		code: 2, says: "x.tf: error: Cannot be read: brackets are nested more than 1000 deep",
	},
	{
		name: "brackets in JSON, 10⁵ deep, with an ignore comment", small: 100_000, full: 10_000_000,
		make: func(d dir, n int) {
			d.repeat("x.tf.json", `{"//": "apiglint:ignore x -- y", "locals": `, `[`, n, "")
		},
		code: 2, says: "x.tf.json: error: Cannot be read: brackets are nested more than 1000 deep",
	},
	{
		name: "blocks, 10⁵ deep", small: 100_000, full: 100_000,
		make: func(d dir, n int) { d.write("x.tf", strings.Repeat("a {\n", n)+strings.Repeat("}\n", n)) },
		code: 2, says: "x.tf: error: Cannot be read: brackets are nested more than 1000 deep",
	},
	{
		name: "templates in templates, 10⁵ deep", small: 100_000, full: 100_000,
		make: func(d dir, n int) {
			d.write("x.tf", "locals {\n  a = "+strings.Repeat(`"${`, n)+"1"+strings.Repeat(`}"`, n)+"\n}\n")
		},
		code: 2, says: "x.tf: error: Cannot be read: brackets are nested more than 1000 deep",
	},
	operators("unary operators: `!!!!…`", "!", "true"),
	operators("unary operators: `- - - -…`", "- ", "1"),
	operators("conditions in conditions: `a ? b : a ? b : …`", "true ? 1 : ", "1"),
	operators("binary operators: `1+1+1+…`", "1+", "1"),
	operators("logical operators: `true||true||…`", "true||", "true"),
	{
		name: "indexes: `a[b][b]…`", small: 100_000, full: 300_000,
		make: func(d dir, n int) {
			d.repeat("x.tf", "locals {\n  a = local.b", "[var.x]", n, "\n}\noutput \"a\" { value = local.a }\n")
		},
		code: 2, says: "x.tf: error: Cannot be read: more than 5000 operators follow each other in an expression",
	},
	{
		name: "attributes: `a.b.b.b…`", small: 200_000, full: 1_000_000,
		make: func(d dir, n int) {
			d.repeat("x.tf", "locals {\n  a = local.b", ".b", n, "\n}\noutput \"a\" { value = local.a }\n")
		},
		code: 1,
	},
	{
		name: "directives in directives: `%{if}%{if}…`", small: 100_000, full: 100_000,
		make: func(d dir, n int) {
			d.write("x.tf", "locals {\n  a = \""+strings.Repeat("%{if true}", n)+strings.Repeat("%{endif}", n)+"\"\n}\n")
		},
		code: 2, says: "x.tf: error: Cannot be read: more than 5000 operators follow each other in an expression",
	},
	{
		name: "unary operators in a JSON string", small: 300_000, full: 1_000_000,
		make: func(d dir, n int) {
			d.repeat("x.tf.json", `{"resource": {"huaweicloud_vpc": {"a": {"name": "${`, "!", n, `true}"}}}}`)
		},
		code: 1,
	},
	{
		name: "a file of 200 MB", small: 70 << 20, full: 200 << 20,
		make: func(d dir, n int) { d.repeat("x.tf", "", "# padding padding padding padding\n", n/34, "") },
		code: 2, says: "x.tf: error: Cannot be read: it is larger than 16 MiB",
	},
	{
		name: "a file just within the limits", small: 4 << 20, full: 6 << 20,
		make: func(d dir, n int) { d.repeat("x.tf", "", "locals {\n  a = 1\n}\n", n/19, "") },
		code: 1,
	},
	{
		name: "an error on every line", small: 100_000, full: 400_000,
		make: func(d dir, n int) { d.repeat("x.tf", "", "a = ]\n", n, "") },
		code: 2, says: "x.tf:1:5: error: Invalid expression",
	},
	{
		name: "a bad character on every line", small: 100_000, full: 1_500_000,
		make: func(d dir, n int) { d.repeat("x.tf", "", "'\n", n, "") },
		code: 2, says: "x.tf:1:1: error: Invalid character",
	},
	{
		name: "an unclosed quote on every line", small: 100_000, full: 600_000,
		make: func(d dir, n int) { d.repeat("x.tf", "a {\n", "b = \"\n", n, "}\n") },
		code: 2, says: "x.tf:2:",
	},
	{
		name: "an error on every line of JSON", small: 100_000, full: 300_000,
		make: func(d dir, n int) { d.repeat("x.tf.json", "{", "\"a\" 1,\n", n, "}") },
		code: 2, says: "x.tf.json:1:",
	},
	{
		name: "one name, half a million times", small: 20_000, full: 500_000,
		make: func(d dir, n int) { d.repeat("x.tf", "locals {\n", "  a = 1\n", n, "}\n") },
		code: 2, says: "x.tf:3:3: error: Attribute redefined",
	},
	{
		name: "an ignore comment on every line", small: 20_000, full: 200_000,
		make: func(d dir, n int) { d.repeat("x.tf", "", "# apiglint:ignore anonymous-api -- x\n", n, "") },
		args: []string{"check", "--rule", "aut", "."},
		code: 1,
	},
	{
		name: "an ignore comment above every block", small: 20_000, full: 150_000,
		make: func(d dir, n int) {
			d.repeat("x.tf", "", "# apiglint:ignore anonymous-api -- x\nlocals {}\n", n, "")
		},
		args: []string{"check", "--rule", "aut", "."},
		code: 1,
	},
	{
		name: "an ignore comment in every object of JSON", small: 20_000, full: 60_000,
		make: func(d dir, n int) {
			d.repeat("x.tf.json", `{"output": [`, `{"a": {"//": "apiglint:ignore aut -- x", "value": 1}},`, n, `{}]}`)
		},
		args: []string{"check", "--rule", "aut", "."},
		code: 1,
	},
	{
		name: "thousands of findings on one line", small: 300, full: 5_000,
		make: func(d dir, n int) {
			var all []string
			for i := range n {
				all = append(all, fmt.Sprintf(`"a%d": {"request_method": "GET", "security_authentication": "NONE"}`, i))
			}
			d.write("x.tf.json", `{"resource": {"huaweicloud_apig_api": {`+strings.Join(all, ", ")+`}}}`)
		},
		args: []string{"check", "--rule", "aut406", "."},
		code: 1, says: "huaweicloud_apig_api.a0 can be called",
	},
	{
		name: "bytes of zero", small: 1, full: 1,
		make: func(d dir, _ int) { d.write("x.tf", "locals {\x00}\n") },
		code: 2, says: "x.tf: error: Cannot be read: it is a binary file",
	},
	{
		name: "invalid UTF-8", small: 1, full: 1,
		make: func(d dir, _ int) { d.write("x.tf", "locals { a = \"\xff\xfe\x80\" }\n") },
		code: 2, says: "x.tf: error: Cannot be read: it is not valid UTF-8",
	},
	{
		name: "UTF-16", small: 1, full: 1,
		make: func(d dir, _ int) { d.write("x.tf", "\xff\xfel\x00o\x00") },
		code: 2, says: "x.tf: error: Cannot be read: it is UTF-16; Terraform reads UTF-8",
	},
	{
		name: "a byte order mark and CR LF", small: 1, full: 1,
		make: func(d dir, _ int) {
			d.write("x.tf", "\xef\xbb\xbf"+strings.ReplaceAll(strings.ReplaceAll(neighbour, "neighbour", "windows"), "\n", "\r\n"))
		},
		code: 1, says: "x.tf:3:29: warning: huaweicloud_apig_api.windows can be called",
	},
}

// operators is a chain of operators, which nests without brackets.
func operators(name, operator, last string) hostile {
	return hostile{
		name: name, small: 300_000, full: 400_000,
		make: func(d dir, n int) {
			d.repeat("x.tf", "locals {\n  a = ", operator, n, last+"\n}\noutput \"a\" { value = local.a }\n")
		},
		code: 2, says: "x.tf: error: Cannot be read: more than 5000 operators follow each other in an expression",
	}
}

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
	value("`bcrypt` and `rsadecrypt` many times over", `[for a in local.k1 : [for b in local.k1 : [bcrypt("a", 20), md5(local.m)]]]`),
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

// value is an expression that a resource asks for.
func value(name, expression string) hostile {
	return hostile{
		name: name, small: 1, full: 1,
		make: func(d dir, _ int) {
			d.write("x.tftpl", `${templatefile("x.tftpl", {})}`)
			d.write("y.tftpl", `%{for i in a}%{for j in a}${i}${j}%{endfor}%{endfor}`)
			d.write("x.tf", `
locals {
  k1    = range(1000)
  k     = join("", [for i in local.k1 : "a"])
  m     = join("", [for i in local.k1 : local.k])
  large = [for i in local.k1 : [for j in range(500) : j]]
}
resource "huaweicloud_vpc" "a" {
  name        = `+expression+`
  description = `+expression+`
}
`)
		},
		code: 1,
	}
}

// hostileTrees are directories and modules that lead nowhere, or too far.
var hostileTrees = []hostile{
	{
		name: "modules in a circle", small: 1, full: 1,
		make: func(d dir, _ int) {
			d.write("x.tf", "module \"a\" {\n  source = \"./a\"\n}\n")
			d.write("a/main.tf", "module \"b\" {\n  source = \"../b\"\n}\n")
			d.write("b/main.tf", "module \"a\" {\n  source = \"../a\"\n}\n")
		},
		code: 1, says: `b/main.tf:1:1: module "a" is not analysed: it calls itself`,
	},
	{
		name: "sixty modules, each of which calls the next one twice", small: 60, full: 60,
		make: func(d dir, n int) {
			d.write("x.tf", "module \"a\" {\n  source = \"./m0\"\n}\n")
			for i := range n {
				d.write(fmt.Sprintf("m%d/main.tf", i), fmt.Sprintf("module \"a\" {\n  source = \"../m%d\"\n}\nmodule \"b\" {\n  source = \"../m%[1]d\"\n}\noutput \"x\" {\n  value = [module.a.x, module.b.x]\n}\n", i+1))
			}
			d.write(fmt.Sprintf("m%d/main.tf", n), "output \"x\" {\n  value = 1\n}\n")
		},
		code: 1, says: "is not expanded: that makes more than 200000 instances",
	},
	{
		name: "a module that calls a module that calls a module …", small: 300, full: 20_000,
		make: func(d dir, n int) {
			d.write("x.tf", "module \"a\" {\n  source = \"./m0\"\n}\n")
			for i := range n {
				d.write(fmt.Sprintf("m%d/main.tf", i), fmt.Sprintf("module \"a\" {\n  source = \"../m%d\"\n}\n", i+1))
			}
		},
		code: 1, says: "is not analysed: modules call each other more than",
	},
	{
		name: "a module with many elements, of many elements", small: 1, full: 1,
		make: func(d dir, _ int) {
			d.write("x.tf", "module \"a\" {\n  source = \"./a\"\n  count = 9000\n}\n")
			d.write("a/main.tf", "module \"b\" {\n  source = \"../b\"\n  count = 9000\n}\n")
			d.write("b/main.tf", "resource \"huaweicloud_vpc\" \"a\" {\n  name = \"a\"\n}\n")
		},
		code: 1, says: "is not expanded",
	},
	{
		name: "a module with many elements, and many resources", small: 300, full: 3_000,
		make: func(d dir, n int) {
			d.write("x.tf", "module \"a\" {\n  source = \"./a\"\n  count = 9000\n}\n")
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, "resource \"huaweicloud_vpc\" \"a%d\" {\n  name = \"a\"\n}\n", i)
			}
			d.write("a/main.tf", b.String())
		},
		code: 1, says: "is not expanded",
	},
	{
		name: "module sources that lead out", small: 1, full: 1,
		make: func(d dir, _ int) {
			d.write("x.tf", "module \"a\" {\n  source = \"../../../../../../etc\"\n}\nmodule \"b\" {\n  source = \"/etc\"\n}\nmodule \"c\" {\n  source = \"./link\"\n}\n")
			d.link("/etc", "link")
		},
		code: 1, says: `x.tf:1:1: module "a" is not analysed: its source is outside the boundary of what may be read`,
	},
	{
		name: "a manifest of modules that leads out", small: 1, full: 1,
		make: func(d dir, _ int) {
			d.write("x.tf", "module \"a\" {\n  source = \"x/y\"\n}\nmodule \"b\" {\n  source = \"x/z\"\n}\nmodule \"c\" {\n  source = \"x/c\"\n}\n")
			d.write(".terraform/modules/modules.json", `{"Modules":[{"Key":"a","Dir":"/etc"},{"Key":"b","Dir":"../../../../etc"},{"Key":"c","Dir":"a/\u0000"}]}`)
		},
		code: 1, says: `module "b" is not analysed: its source is outside the boundary of what may be read`,
	},
	{
		name: "a manifest of a million modules", small: 50_000, full: 1_000_000,
		make: func(d dir, n int) {
			d.write("x.tf", "module \"a\" {\n  source = \"x/y\"\n}\n")
			d.repeat(".terraform/modules/modules.json", `{"Modules":[`, `{"Key":"b.c","Dir":"."},`, n, `{}]}`)
		},
		code: 1, says: `module "a" is not analysed: it is not installed here`,
	},
	{
		name: "a manifest of brackets", small: 1_000_000, full: 60_000_000,
		make: func(d dir, n int) {
			d.write("x.tf", "module \"a\" {\n  source = \"x/y\"\n}\n")
			d.repeat(".terraform/modules/modules.json", `{"Modules":`, `[`, n, ``)
		},
		code: 1, says: `module "a" is not analysed: it is not installed here`,
	},
	{
		name: "symbolic links in a circle", small: 1, full: 1,
		make: func(d dir, _ int) {
			d.link("a", "b")
			d.link("b", "a")
			d.link(".", "self")
			d.link("x.tf", "x.tf")
		},
		code: 2, says: "x.tf: error: Cannot be read: too many levels of symbolic links",
	},
	{
		name: "a million files in one directory", small: 20_000, full: 1_000_000,
		make: func(d dir, n int) {
			for i := range n {
				if err := os.WriteFile(d.name(fmt.Sprintf("f%07d.tf", i)), []byte("locals {}\n"), 0o600); err != nil {
					d.Fatal(err)
				}
			}
		},
		code: 1,
	},
	{
		name: "a million files that are no Terraform", small: 20_000, full: 1_000_000,
		make: func(d dir, n int) {
			for i := range n {
				if err := os.WriteFile(d.name(fmt.Sprintf("f%07d.txt", i)), nil, 0o600); err != nil {
					d.Fatal(err)
				}
			}
		},
		code: 1,
	},
	{
		name: "directories, 10⁴ deep", small: 3_000, full: 10_000,
		make: func(d dir, n int) { d.deep(n) },
		code: 2, says: "directories are nested more than",
	},
	{
		name: "a .gitignore file of a million patterns", small: 20_000, full: 1_000_000,
		make: func(d dir, n int) {
			d.repeat(".gitignore", "", "**/a*b*c*d/**/e?[f]\n", n, "")
			for i := range 500 {
				d.write(fmt.Sprintf("d%03d/x.txt", i), "")
			}
		},
		code: 2, says: ".gitignore: error: Cannot be read: it is larger than 256 KiB",
	},
	{
		name: "a .gitignore pattern of `**/**/**/…`", small: 100, full: 10_000,
		make: func(d dir, n int) {
			d.write(".gitignore", strings.Repeat("**/a*/", n)+"z\n"+strings.Repeat("**/", n)+"z\n"+strings.Repeat("*a", n)+"b\n")
			d.write(strings.Repeat("a/", 60)+"x.tf", "locals {}\n")
			d.write(strings.Repeat("a", 200)+"/x.tf", "locals {}\n")
		},
		code: 1,
	},
}

// deep makes directories in directories, deeper than a path may be long.
func (d dir) deep(n int) {
	d.Helper()
	at, err := os.OpenRoot(d.path)
	for i := 0; err == nil && i < n; i++ {
		if err = at.Mkdir("d", 0o755); err != nil {
			break
		}
		var inner *os.Root
		if inner, err = at.OpenRoot("d"); err == nil {
			err = at.Close()
			at = inner
		}
	}
	if err != nil {
		d.Fatal(err)
	}
	_ = at.Close() // nothing was written into it
}

// hostileFiles are files that are none.
var hostileFiles = []hostile{
	{
		name: "a name that is no UTF-8", small: 1, full: 1,
		make: func(d dir, _ int) { d.write("x\xff.tf", "locals {}\n") },
		code: 2, says: "x<FF>.tf: error: Cannot be read",
	},
	{
		name: "settings that are a pipe", small: 1, full: 1,
		make: func(d dir, _ int) { d.fifo(".apiglint.hcl") },
		code: 2, says: ".apiglint.hcl cannot be read: it is not a regular file", alone: "without its settings nothing is linted",
	},
	{
		name: "settings that lead out", small: 1, full: 1,
		make: func(d dir, _ int) { d.link("/etc/passwd", ".apiglint.hcl") },
		code: 2, says: ".apiglint.hcl cannot be read: path escapes from parent", alone: "without its settings nothing is linted",
		never: []string{"root:"},
	},
	{
		name: "settings of brackets", small: 1, full: 1,
		make: func(d dir, _ int) { d.write(".apiglint.hcl", "disable = "+strings.Repeat("[", 1_000_000)) },
		code: 2, says: "brackets are nested more than 1000 deep", alone: "without its settings nothing is linted",
	},
	{
		name: "directories named x.tf and x.auto.tfvars", small: 1, full: 1,
		make: func(d dir, _ int) {
			d.mkdir("x.tf")
			d.mkdir("x.tf.json")
			d.mkdir("x.auto.tfvars")
			d.mkdir("terraform.tfvars")
			d.mkdir(".gitignore")
			d.mkdir(".terraform/modules/modules.json")
		},
		code: 1,
	},
	{
		name: "a pipe named x.tf", small: 1, full: 1,
		make: func(d dir, _ int) { d.fifo("x.tf") },
		code: 2, says: "x.tf: error: Cannot be read: it is not a regular file",
	},
	{
		name: "a link x.tf to /dev/zero", small: 1, full: 1,
		make: func(d dir, _ int) { d.link("/dev/zero", "x.tf") },
		code: 2, says: "x.tf: error: Cannot be read: path escapes from parent",
	},
	{
		name: "pipes for variables, ignored names and manifests", small: 1, full: 1,
		make: func(d dir, _ int) {
			for _, name := range []string{"terraform.tfvars", "a.auto.tfvars.json", ".gitignore", ".terraform/modules/modules.json"} {
				d.fifo(name)
			}
			d.write("x.tf", "variable \"a\" {}\nmodule \"m\" {\n  source = \"x/y\"\n}\n")
		},
		code: 1,
	},
	{
		name: "a pipe as the argument", small: 1, full: 1,
		make: func(d dir, _ int) { d.fifo("x.tf"); d.fifo("plan.json") },
		args: []string{"check", "plan.json"},
		code: 2, says: "plan.json is no Terraform file",
		alone: "the argument is all there is",
	},
	{
		name: "/dev/zero as the plan", small: 1, full: 1,
		make: func(d dir, _ int) { d.link("/dev/zero", "plan.json") },
		args: []string{"plan", "plan.json"},
		code: 2, says: "plan.json: it is a device, and no file",
		alone: "the argument is all there is",
	},
	{
		name: "a pipe as variables file", small: 1, full: 1,
		make: func(d dir, _ int) { d.fifo("x.tfvars") },
		args: []string{"check", "--var-file", "x.tfvars", "."},
		code: 2, says: "--var-file x.tfvars is not a regular file",
		alone: "bad usage",
	},
	{
		name: "a variables file with a name twice", small: 1, full: 1,
		make: func(d dir, _ int) {
			d.write("x.tf", "variable \"a\" {}\n")
			d.write("terraform.tfvars", "a = 1\na = 2\n")
		},
		code: 2, says: "terraform.tfvars:2:1: error: Attribute redefined",
	},
	{
		name: "file functions that lead out", small: 1, full: 1,
		make: func(d dir, _ int) {
			d.link("/etc/passwd", "passwd")
			d.link("/etc", "etc")
			var calls []string
			for _, path := range []string{"/etc/passwd", "../../../../../../../../etc/passwd", "passwd", "etc/passwd", "~/.ssh/id_rsa", "${path.root}/passwd", "${path.cwd}/../etc/passwd"} {
				for _, f := range []string{"file(%q)", "filebase64(%q)", "filemd5(%q)", "filesha256(%q)", "templatefile(%q, {})", "fileexists(%q)", `fileset(%q, "*")`, `fileset(".", %q)`} {
					calls = append(calls, strings.ReplaceAll(fmt.Sprintf(f, path), "$$", "$"))
				}
			}
			d.write("x.tf", "resource \"huaweicloud_apig_api\" \"a\" {\n  request_method = \"GET\"\n  type = join(\"\", [for x in ["+strings.Join(calls, ", ")+"] : jsonencode(x)])\n}\n"+
				"resource \"huaweicloud_apig_api\" \"b\" {\n  type = file(\"passwd\")\n}\nresource \"huaweicloud_apig_api\" \"c\" {\n  type = file(\"etc/passwd\")\n}\n")
		},
		code: 1, never: []string{"root:", "/bin/"},
	},
}

// hostilePlans are plans.
var hostilePlans = []hostile{
	planned("a plan of brackets", 1_000_000, 100_000_000, func(n int) (string, string, string) {
		return `{"format_version":"1.2","planned_values":`, "[", ""
	}, "this is not JSON", 2),
	planned("a plan of a million resources", 250_000, 1_000_000, func(n int) (string, string, string) {
		return `{"format_version":"1.2","resource_changes":[`, `{"address":"huaweicloud_vpc.a","mode":"managed","type":"huaweicloud_vpc","name":"a","change":{"actions":["create"],"before":null,"after":{"name":"x"}}},`, `{}]}`
	}, "it has more than 200000 resources", 2),
	planned("a plan of almost two hundred thousand resources", 20_000, 199_000, func(n int) (string, string, string) {
		return `{"format_version":"1.2","resource_changes":[`, `{"address":"huaweicloud_vpc.a","mode":"managed","type":"huaweicloud_vpc","name":"a","change":{"actions":["create"],"before":null,"after":{"name":"x"}}},`, `{}]}`
	}, "", 0),
	planned("a plan of other resources", 20_000, 199_000, func(n int) (string, string, string) {
		return `{"format_version":"1.2","resource_changes":[`, `{"address":"a.b","type":"a","name":"b","change":{"actions":["create"],"after":{"b":1}}},`, `{}]}`
	}, "", 0),
	planned("a plan with one name a million times", 100_000, 5_000_000, func(n int) (string, string, string) {
		return `{"format_version":"1.2","resource_changes":[],"variables":{`, `"a":{"value":1},`, `"a":{}}}`
	}, "", 0),
	planned("a plan with huge numbers", 1, 1, func(n int) (string, string, string) {
		return `{"format_version":"1.2","resource_changes":[{"address":"huaweicloud_vpc.a","mode":"managed","type":"huaweicloud_vpc","name":"a","index":1e600000000,"change":{"actions":["create"],"after":{"name":1e600000000,"tags":{"a":-1e600000000}}}}]}`, "", ""
	}, "", 0),
	planned("a plan whose modules call each other, deep", 900, 900, func(n int) (string, string, string) {
		return `{"format_version":"1.2","resource_changes":[],"configuration":{"root_module":` +
			strings.Repeat(`{"module_calls":{"a":{"module":`, n/4) + `{}` + strings.Repeat(`}}}`, n/4) + `}}`, "", ""
	}, "", 0),
	planned("a plan whose references are a circle", 1, 1, func(n int) (string, string, string) {
		return `{"format_version":"1.2","resource_changes":[{"address":"module.m.huaweicloud_apig_api.a","module_address":"module.m","mode":"managed","type":"huaweicloud_apig_api","name":"a","change":{"actions":["create"],"after":{},"after_unknown":{"group_id":true}}}],
"configuration":{"root_module":{"module_calls":{"m":{"expressions":{"x":{"references":["module.m.y","module.m"]}},"module":{"outputs":{"y":{"expression":{"references":["var.x"]}}},"variables":{"x":{}},"resources":[{"address":"huaweicloud_apig_api.a","mode":"managed","type":"huaweicloud_apig_api","name":"a","expressions":{"group_id":{"references":["var.x"]}}}]}}}}}}`, "", ""
	}, "introduced", 1),
	planned("a plan of 600 MB", 600<<20, 600<<20, func(n int) (string, string, string) {
		return `{"format_version":"1.2"`, strings.Repeat(" ", 1024), "}"
	}, "it is larger than 512 MB", 2),
}

func planned(name string, small, full int, parts func(n int) (before, text, after string), says string, code int) hostile {
	return hostile{
		name: name, small: small, full: full,
		make: func(d dir, n int) {
			before, text, after := parts(n)
			if len(text) == 1024 {
				n /= 1024
			}
			d.repeat("plan.json", before, text, n, after)
		},
		args: []string{"plan", "plan.json"}, code: code, says: says, alone: "a plan is all there is",
	}
}

// hostileNames are names that a terminal, a log or a page would obey.
var hostileNames = []hostile{
	{
		name: "names with line breaks, escape sequences and workflow commands", small: 1, full: 1,
		make: func(d dir, _ int) {
			d.write("a\n::error file=x::y\x1b[31m\u202e.tf", "resource \"huaweicloud_apig_api\" \"b\\u001b[1m\\n::set-env name=A::b\" {\n  for_each = toset([\"\\n::error::x\\u001b]0;title\\u0007\\u202e\"])\n  request_method = \"GET\\n::warning::z\"\n  security_authentication = \"NONE\"\n}\n")
			d.write("a\n::error::dir/x.tf", "a = ]\n")
		},
		code: 2, never: []string{"\n::", "\x1b", "\u202e", "\x07"},
	},
}
