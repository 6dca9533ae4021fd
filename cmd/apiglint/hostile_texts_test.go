//go:build unix

package main

import (
	"fmt"
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
		name: "two types of blocks in turn", small: 20_000, full: 100_000,
		make: func(d dir, n int) {
			d.repeat("x.tf", "resource \"huaweicloud_apig_api\" \"a\" {\n", "  b {}\n  a {}\n", n, "}\n")
		},
		args: []string{"check", "--rule", "aut", "."},
		code: 1,
	},
	{
		name: "a block that overrides nothing of many arguments", small: 20_000, full: 100_000,
		make: func(d dir, n int) {
			for file, letter := range map[string]string{"x.tf": "x", "x_override.tf": "y"} {
				var args strings.Builder
				for i := range n {
					fmt.Fprintf(&args, "  %s%d = 1\n", letter, i)
				}
				d.write(file, "resource \"huaweicloud_apig_api\" \"a\" {\n"+args.String()+"}\n")
			}
		},
		args: []string{"check", "--rule", "aut", "."},
		code: 1,
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
		code: 1, says: "x.tf:1:1: error: huaweicloud_apig_api.windows has no group_id",
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
