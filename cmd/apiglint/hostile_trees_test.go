//go:build unix

package main

import (
	"fmt"
	"os"
	"strings"
)

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
