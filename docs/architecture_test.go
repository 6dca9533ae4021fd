package docs

import (
	"go/parser"
	"go/token"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestPackages holds the table of packages in ARCHITECTURE.md to the packages there are, and every import to the order of its rows.
func TestPackages(t *testing.T) {
	const module = "github.com/apiglint/apiglint/"
	_, section, _ := strings.Cut(read(t, "ARCHITECTURE.md"), "\n## Packages\n")
	rows := map[string]int{}
	for i, m := range regexp.MustCompile("(?m)^\\| `([^`]+)` \\|").FindAllStringSubmatch(section, -1) {
		if _, twice := rows[m[1]]; twice {
			t.Errorf("%s has two rows", m[1])
		}
		rows[m[1]] = i
	}

	var packages []string
	for _, name := range files(t, ".go", "bin", "dist", "testdata", "cmd/apiglint/testdata") {
		if strings.HasSuffix(name, "_test.go") || strings.Contains(name, "/testdata/") {
			continue
		}
		folder := path.Dir(name)
		row, listed := rows[folder]
		if !slices.Contains(packages, folder) {
			packages = append(packages, folder)
			if !listed {
				t.Errorf("the package %s has no row", folder)
			}
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", filepath.FromSlash(name)), nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if ours, is := strings.CutPrefix(imported, module); is && listed && rows[ours] <= row {
				t.Errorf("%s imports %s, whose row is not below its own", name, ours)
			}
		}
	}
	for name := range rows {
		if !slices.Contains(packages, name) {
			t.Errorf("there is a row for %s, and no such package", name)
		}
	}
}
