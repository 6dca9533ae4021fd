//go:build unix

package main

import (
	"fmt"
	"strings"
)

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
		name: "settings for paths of `{a,aa,*}{a,aa,*}…`", small: 20, full: 10_000,
		make: func(d dir, n int) {
			d.write(".apiglint.hcl", "path \""+strings.Repeat("{a,aa,*}", n)+"b\" {}\n")
			d.write(strings.Repeat("a", 200)+"/x.tf", neighbour)
		},
		code: 2, says: "stands for too many patterns", alone: "without its settings nothing is linted",
	},
	{
		name: "settings for paths of `**/a*/**/a*/…`", small: 100, full: 100_000,
		make: func(d dir, n int) {
			d.write(".apiglint.hcl", "path \""+strings.Repeat("**/a*/", n)+"z\" {}\n")
			d.write(strings.Repeat("aa/", 60)+"x.tf", neighbour)
		},
		code: 1,
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
		name: "a pipe as a module, and one that a link leads to", small: 1, full: 1,
		make: func(d dir, _ int) {
			d.fifo("pipe")
			d.link("pipe", "link.tf")
			d.write("x.tf", "module \"a\" {\n  source = \"./pipe\"\n}\n")
		},
		code: 2, says: `x.tf:1:1: module "a" is not analysed: not a directory`,
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
