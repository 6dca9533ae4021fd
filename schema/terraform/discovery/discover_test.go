package discovery

import (
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

const someTerraform = `variable "x" {}`

func calling(sources ...string) string {
	var b strings.Builder
	for i, source := range sources {
		b.WriteString(`module "m` + string(rune('a'+i)) + `" { source = "` + source + `" }` + "\n")
	}
	return b.String()
}

func TestRoots(t *testing.T) {
	tests := []struct {
		name  string
		files map[string]string
		dir   string
		roots []string
	}{
		{
			name:  "nothing",
			files: map[string]string{"README.md": "", "a/terraform.tfvars": ""},
		}, {
			name:  "every directory nobody calls",
			files: map[string]string{"a/main.tf": someTerraform, "b/c/main.tf.json": "{}", "d/notes.txt": ""},
			roots: []string{"a", "b/c"},
		}, {
			name: "called modules are no roots",
			files: map[string]string{
				"envs/prod/main.tf": calling("../../modules/api"), "envs/test/main.tf": calling("../../modules/api/"),
				"modules/api/main.tf": calling("./inner"), "modules/api/inner/main.tf": someTerraform,
				"modules/idle/main.tf": someTerraform,
			},
			roots: []string{"envs/prod", "envs/test", "modules/idle"},
		}, {
			name: "a call in JSON syntax",
			files: map[string]string{
				"main.tf.json": `{"module": {"a": {"source": "./a"}}}`, "a/main.tf": someTerraform,
			},
			roots: []string{"."},
		}, {
			name: "a source that is made of locals and variables",
			files: map[string]string{
				"main.tf":           "locals { folder = \"${var.base}/a\" }\nvariable \"base\" { default = \".\\\\modules\" }\nmodule \"a\" { source = local.folder }",
				"modules/a/main.tf": someTerraform, "modules/b/main.tf": someTerraform,
			},
			roots: []string{".", "modules/b"},
		}, {
			name: "a source that is made of itself, or of what nobody gives",
			files: map[string]string{
				"main.tf":           "locals { a = \"${local.a}\" }\nmodule \"a\" { source = local.a }\nvariable \"b\" {}\nmodule \"b\" { source = var.b }",
				"modules/a/main.tf": someTerraform,
			},
			roots: []string{".", "modules/a"},
		}, {
			name: "sources that functions make of variables files, in a module that the root module calls, too",
			files: map[string]string{
				"main.tofu":         "variable \"folder\" {}\nmodule \"a\" { source = join(\"/\", [var.folder, \"a\"]) }\nmodule \"b\" { source = \"${var.folder}/b\" }",
				"terraform.tfvars":  `folder = "./modules"`,
				"modules/a/main.tf": "locals { deep = true }\nmodule \"c\" { source = local.deep ? \"../c\" : \"../d\" }", "modules/b/main.tf": someTerraform,
				"modules/c/main.tf": someTerraform, "modules/d/main.tf": someTerraform,
			},
			roots: []string{".", "modules/d"},
		}, {
			name: "a module that terraform init has found here",
			files: map[string]string{
				"main.tf": "variable \"a\" {}\nmodule \"a\" { source = var.a }", "modules/a/main.tf": someTerraform,
				".terraform/modules/modules.json": `{"Modules":[{"Key":"","Dir":"."},{"Key":"a","Dir":"modules/a"}]}`,
			},
			roots: []string{"."},
		}, {
			name:  "callers outside of the start do not count",
			files: map[string]string{"main.tf": calling("./modules/a"), "modules/a/main.tf": someTerraform},
			dir:   "modules",
			roots: []string{"modules/a"},
		}, {
			name:  "the start is a root although its example calls it",
			files: map[string]string{"main.tf": someTerraform, "examples/full/main.tf": calling("../..")},
			roots: []string{".", "examples/full"},
		}, {
			name:  "a circle has one root",
			files: map[string]string{"a/main.tf": calling("../b"), "b/main.tf": calling("../a"), "c/main.tf": calling("../c")},
			roots: []string{"a", "c"},
		}, {
			name:  "a broken module is a root",
			files: map[string]string{"a/main.tf": `resource "x" {`},
			roots: []string{"a"},
		}, {
			name:  "hidden directories and what terraform init leaves",
			files: map[string]string{".terraform/modules/x/main.tf": someTerraform, ".git/main.tf": someTerraform, "a/.b/main.tf": someTerraform, "a/main.tf": someTerraform},
			roots: []string{"a"},
		}, {
			name:  "a hidden directory that is asked for",
			files: map[string]string{".infra/main.tf": someTerraform},
			dir:   ".infra",
			roots: []string{".infra"},
		}, {
			name: "ignored by git",
			files: map[string]string{
				".gitignore": "build/\n/only-here\n", "build/main.tf": someTerraform, "a/build/main.tf": someTerraform,
				"only-here/main.tf": someTerraform, "a/only-here/main.tf": someTerraform,
			},
			roots: []string{"a/only-here"},
		}, {
			name: "an ignored file does not make a root, and is read where there is one",
			files: map[string]string{
				".gitignore": "*_override.tf\n", "a/x_override.tf": someTerraform,
				"b/main.tf": someTerraform, "b/x_override.tf": calling("../c"), "c/main.tf": someTerraform,
			},
			roots: []string{"b"},
		}, {
			name: "ignore files above the start",
			files: map[string]string{
				".gitignore": "old\n", "a/.gitignore": "!old\n/b/c\n", "a/b/old/main.tf": someTerraform,
				"a/b/c/main.tf": someTerraform, "a/b/d/c/main.tf": someTerraform,
			},
			dir:   "a/b",
			roots: []string{"a/b/d/c", "a/b/old"},
		}, {
			name:  "an ignored start",
			files: map[string]string{".gitignore": "build\nbuild/**\n", "build/x/main.tf": someTerraform},
			dir:   "build/x",
			roots: []string{"build/x"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			fsys := fstest.MapFS{}
			for name, content := range test.files {
				fsys[name] = &fstest.MapFile{Data: []byte(content)}
			}
			dir := test.dir
			if dir == "" {
				dir = "."
			}
			found, err := Roots(configs.NewLoader(fsys), dir)
			if err != nil {
				t.Fatal(err)
			}
			if len(found.Diagnostics) > 0 {
				t.Error(found.Diagnostics)
			}
			if len(found.Roots)+len(test.roots) > 0 && !reflect.DeepEqual(found.Roots, test.roots) {
				t.Errorf("got %v, want %v", found.Roots, test.roots)
			}
		})
	}
}

func TestRootsMissingStart(t *testing.T) {
	if _, err := Roots(configs.NewLoader(fstest.MapFS{}), "a"); err == nil {
		t.Error("a directory that does not exist is found")
	}
}

func TestRootsLeavesLinksAlone(t *testing.T) {
	fsys := fstest.MapFS{
		"a/main.tf": {Data: []byte(someTerraform)},
		"b":         {Data: []byte("a"), Mode: fs.ModeSymlink | 0o777},
	}
	found, err := Roots(configs.NewLoader(fsys), ".")
	if err != nil || !reflect.DeepEqual(found.Roots, []string{"a"}) {
		t.Errorf("got %v, %v", found, err)
	}
}

// locked is a file system with a directory that cannot be read.
type locked struct {
	fs.FS
	dir string
}

func (l locked) Open(name string) (fs.File, error) {
	if name == l.dir {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.FS.Open(name)
}

func TestRootsUnreadableDirectory(t *testing.T) {
	fsys := locked{fstest.MapFS{"a/main.tf": {}, "b/main.tf": {}}, "a"}
	found, err := Roots(configs.NewLoader(fsys), ".")
	if err != nil || !reflect.DeepEqual(found.Roots, []string{"b"}) {
		t.Fatalf("got %v, %v", found, err)
	}
	if len(found.Diagnostics) != 1 || found.Diagnostics[0].Error() != "a:1,1-1: Cannot be read; permission denied." {
		t.Errorf("got %v", found.Diagnostics)
	}
}

func TestIgnorePatterns(t *testing.T) {
	tests := []struct {
		pattern, name string
		dir, ignored  bool
	}{
		{"a", "a", false, true},
		{"a", "x/a", true, true},
		{"a", "ab", false, false},
		{"/a", "a", false, true},
		{"/a", "x/a", false, false},
		{"x/a", "x/a", false, true},
		{"x/a", "y/x/a", false, false},
		{"a/", "a", true, true},
		{"a/", "a", false, false},
		{"x/a/", "x/a", true, true},
		{"*.tf", "x/y/main.tf", false, true},
		{"x/*.tf", "x/y/main.tf", false, false},
		{"**/a/b", "x/y/a/b", false, true},
		{"x/**/a", "x/a", true, true},
		{"x/**/a", "x/y/z/a", true, true},
		{"x/**", "x", true, false},
		{"x/**", "x/y/z", true, true},
		{"a**b", "axxb", false, true},
		{"a?b", "axb", false, true},
		{"[a-c]1", "b1", false, true},
		{"[!a-c]1", "b1", false, false},
		{"{a,b}", "a", false, false},
		{"{a,b}", "{a,b}", false, true},
		{"# a", "# a", false, false},
		{`\#a`, "#a", false, true},
		{`\!a`, "!a", false, true},
		{"a  ", "a", false, true},
		{`a\ `, "a ", false, true},
		{"", "a", false, false},
		{"/", "a", true, false},
		{"[", "[", false, false},
		{"*\n!a", "a", false, false},
		{"!a\n*", "a", false, true},
	}
	for _, test := range tests {
		if got := ignoreRules(nil).parse(".", []byte(test.pattern)).match(test.name, test.dir); got != test.ignored {
			t.Errorf("%q on %q (directory: %v): ignored is %v", test.pattern, test.name, test.dir, got)
		}
	}
}

func TestUnrelatedRoots(t *testing.T) {
	const other, ours = `resource "aws_vpc" "a" {}`, `resource "huaweicloud_vpc" "a" {}`
	tests := []struct {
		name    string
		files   map[string]string
		foreign bool
	}{
		{"another cloud", map[string]string{"main.tf": other}, true},
		{"ours", map[string]string{"main.tf": ours}, false},
		{"a sister's", map[string]string{"main.tf": `resource "sbercloud_vpc" "a" {}`}, false},
		{"ours in another file", map[string]string{"main.tf": other, "x.tf": ours}, false},
		{"a module that is not ours", map[string]string{"main.tf": calling("./a"), "a/main.tf": other}, true},
		{"a module of ours", map[string]string{"main.tf": calling("./a"), "a/main.tf": ours}, false},
		{"a module of ours far below", map[string]string{"main.tf": calling("./a"), "a/main.tf": calling("./b"), "a/b/main.tf": ours}, false},
		{"modules in a circle", map[string]string{"main.tf": calling("./a"), "a/main.tf": calling("../a", "./b"), "a/b/main.tf": calling("../../a")}, true},
		{"a module that is not there", map[string]string{"main.tf": calling("./a")}, false},
		{"a module of another provider", map[string]string{"main.tf": calling("terraform-aws-modules/vpc/aws", "example.com/x/vpc/aws//inner")}, true},
		{"a module of the provider", map[string]string{"main.tf": calling("acme/gateway/huaweicloud")}, false},
		{"a module from anywhere", map[string]string{"main.tf": calling("git::https://example.com/a/b/gateway.git")}, false},
		{"installed modules", map[string]string{
			"main.tf":                         other,
			".terraform/modules/modules.json": `{"Modules": [{"Key": "a", "Dir": ".terraform/modules/a"}]}`,
		}, false},
		{"a source that is overridden", map[string]string{"main.tf": calling("./a"), "a/main.tf": ours, "main_override.tf": calling("./b"), "b/main.tf": other}, false},
		{"an ignore comment", map[string]string{"main.tf": "# apiglint:ignore x\n" + other}, false},
		{"JSON syntax", map[string]string{"main.tf.json": `{}`}, false},
		{"cut off", map[string]string{"main.tf": `resource "aws_vpc" "a" {`}, false},
		{"a conflict that was not resolved", map[string]string{"main.tf": other + "\n<<<<<<< HEAD\n"}, false},
		{"a block that is no block", map[string]string{"main.tf": "resource \"aws_vpc\" \"a\" {\n  name\n}\n"}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files := fstest.MapFS{}
			for name, text := range test.files {
				files[name] = &fstest.MapFile{Data: []byte(text)}
			}
			found, err := Roots(configs.NewLoader(files), ".", "apiglint")
			if err != nil {
				t.Fatal(err)
			}
			if got := found.Unrelated["."]; got != test.foreign {
				t.Errorf("foreign: %v, not %v", got, test.foreign)
			}
		})
	}
}

func TestReaching(t *testing.T) {
	files := fstest.MapFS{}
	for name, src := range map[string]string{
		"main.tf": someTerraform, "examples/full/main.tf": calling("../.."),
		"envs/prod/main.tf": calling("../../modules/shop"), "envs/test/main.tf": calling("../../modules/api"),
		"modules/shop/main.tf": calling("../api"), "modules/api/main.tf": someTerraform, "modules/idle/main.tf": someTerraform,
		"a/main.tf": calling("../b"), "b/main.tf": calling("../a"), ".gitignore": "old/", "old/main.tf": calling("../modules/api"),
	} {
		files[name] = &fstest.MapFile{Data: []byte(src)}
	}
	found, err := Roots(configs.NewLoader(files), ".")
	if err != nil {
		t.Fatal(err)
	}
	for dir, want := range map[string][]string{
		".":            {".", "examples/full"},
		"envs/prod":    {"envs/prod"},
		"modules/shop": {"envs/prod"},
		"modules/api":  {"envs/prod", "envs/test"},
		"modules/idle": {"modules/idle"},
		"b":            {"a"},
		"old":          nil,
		"nowhere":      nil,
	} {
		if got := found.Reaching(dir); !reflect.DeepEqual(got, want) {
			t.Errorf("%s is part of %q, want %q", dir, got, want)
		}
	}
}
