package docs

import (
	"bytes"
	"flag"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

//go:generate go test -run ^TestModelPage$ . -update

var update = flag.Bool("update", false, "write the lists in docs/model.md")

// values are listed first: what the fields of kinds hold, what is true of every kind, and what is asked of a configuration as a whole.
var values = []string{"Value", "List", "Set", "Ref", "Refs", "Nested", "Verdict", "Resource", "Config"}

// TestModelPage holds docs/model.md to the questions of schema: the methods of values and kinds, and those of Config by the kind that
// they are about.
func TestModelPage(t *testing.T) {
	page := read(t, "docs/model.md")
	begin, end := "<!-- questions -->\n", "<!-- /questions -->\n"
	before, rest, opened := strings.Cut(page, begin)
	_, after, closed := strings.Cut(rest, end)
	if !opened || !closed {
		t.Fatal("docs/model.md has no place for the questions")
	}
	want := before + begin + questions(t) + end + after
	if *update {
		if err := os.WriteFile("model.md", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if page != want {
		t.Error("docs/model.md does not list the questions of schema as they are: run go generate ./docs")
	}
}

// questions lists the exported methods of schema, each with the first sentence of its comment.
func questions(t *testing.T) string {
	fset := token.NewFileSet()
	files := map[string]*ast.File{}
	names, err := filepath.Glob("../schema/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		if files[name], err = parser.ParseFile(fset, name, nil, parser.ParseComments); err != nil {
			t.Fatal(err)
		}
	}
	var list []*ast.File
	for _, name := range names {
		if files[name] != nil {
			list = append(list, files[name])
		}
	}
	pkg, err := doc.NewFromFiles(fset, list, "schema")
	if err != nil {
		t.Fatal(err)
	}

	rows := map[string][]string{}
	aboutKind := regexp.MustCompile(`^\w+\(\w+ \*?([A-Z]\w*)`)
	for _, kind := range pkg.Types {
		for _, method := range kind.Methods {
			var b bytes.Buffer
			if err := printer.Fprint(&b, fset, method.Decl.Type); err != nil {
				t.Fatal(err)
			}
			signature := method.Name + strings.TrimPrefix(b.String(), "func")
			about := kind.Name
			if about == "Config" {
				if m := aboutKind.FindStringSubmatch(signature); m != nil {
					about = m[1]
				}
				signature = "p." + signature
			}
			if method.Name == "String" || method.Name == "Format" {
				continue
			}
			sentence := pkg.Synopsis(strings.TrimPrefix(method.Doc, method.Name+" ")) // one that begins with "author" would be none
			rows[about] = append(rows[about], "| `"+signature+"` | "+strings.ReplaceAll(sentence, "|", "\\|")+" |\n")
		}
	}
	var kinds []string
	for about := range rows {
		if !slices.Contains(values, about) {
			kinds = append(kinds, about)
		}
	}
	slices.Sort(kinds)
	var page strings.Builder
	for _, about := range append(slices.Clone(values), kinds...) {
		if len(rows[about]) == 0 {
			continue
		}
		page.WriteString("\n## " + about + "\n\n| question | answer |\n|---|---|\n" + strings.Join(rows[about], ""))
	}
	return page.String() + "\n"
}
