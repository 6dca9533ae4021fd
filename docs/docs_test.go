// Package docs holds the documentation to the code: links lead somewhere, tables list what is there.
package docs

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// read returns a file of the repository, by its slash-separated name.
func read(t *testing.T, name string) string {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// files returns the names of the files with an extension, except those in hidden directories and in those that are left out.
func files(t *testing.T, ext string, except ...string) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(".."), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && name != "." && (strings.HasPrefix(entry.Name(), ".") || slices.Contains(except, name)) {
			return fs.SkipDir
		}
		if !entry.IsDir() && path.Ext(name) == ext {
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

var (
	fence   = regexp.MustCompile("(?ms)^ *```.*?^ *```$")
	link    = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	heading = regexp.MustCompile(`(?m)^#+ (.*)$`)
	dropped = regexp.MustCompile(`[^\p{L}\p{N} _-]`)
)

// TestLinks follows every relative link of every page, to a heading too.
func TestLinks(t *testing.T) {
	anchors := func(page string) []string {
		var ids []string
		for _, h := range heading.FindAllStringSubmatch(fence.ReplaceAllString(read(t, page), ""), -1) {
			ids = append(ids, strings.ReplaceAll(dropped.ReplaceAllString(strings.ToLower(h[1]), ""), " ", "-"))
		}
		return ids
	}
	followed := 0
	for _, page := range files(t, ".md", "bin", "dist", "testdata") {
		for _, m := range link.FindAllStringSubmatch(fence.ReplaceAllString(read(t, page), ""), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			followed++
			name, anchor, _ := strings.Cut(m[1], "#")
			target := page
			if name != "" {
				target = path.Join(path.Dir(page), name)
			}
			if _, err := os.Stat(filepath.Join("..", filepath.FromSlash(target))); err != nil {
				t.Errorf("%s links to %s, which is not there", page, m[1])
			} else if anchor != "" && !slices.Contains(anchors(target), anchor) {
				t.Errorf("%s links to %s, and the page has no such heading", page, m[1])
			}
		}
	}
	if followed < 100 {
		t.Errorf("only %d links were followed", followed)
	}
}

// TestDecisions holds every decision to its form, and the index to the decisions.
func TestDecisions(t *testing.T) {
	const index = "docs/decisions/README.md"
	pages := 0
	for _, page := range files(t, ".md", "bin", "dist", "testdata") {
		name, in := strings.CutPrefix(page, "docs/decisions/")
		if !in || page == index {
			continue
		}
		pages++
		text := read(t, page)
		from := 0
		for _, part := range []string{"# ", "\n\n**Context.** ", "\n\n**Decision.** ", "\n\n**Consequences.** ", "\n\n**Rejected.** "} {
			at := strings.Index(text[from:], part)
			if at < 0 || part == "# " && at > 0 {
				t.Errorf("%s has no %q where it belongs", page, strings.TrimSpace(part))
				break
			}
			from += at
		}
		title, _, _ := strings.Cut(strings.TrimPrefix(text, "# "), "\n")
		if row := "- [" + title + "](" + name + ")\n"; !strings.Contains(read(t, index), row) {
			t.Errorf("%s has no line %s", index, row)
		}
	}
	if listed := strings.Count(read(t, index), "\n- ["); listed != pages {
		t.Errorf("%s lists %d decisions of %d", index, listed, pages)
	}
}

// TestDependencies holds the table of dependencies against go.mod.
func TestDependencies(t *testing.T) {
	table := read(t, "docs/decisions/tools/dependencies.md")
	required, _, _ := strings.Cut(read(t, "go.mod"), "\n)")
	modules := regexp.MustCompile(`(?m)^\t(\S+) v`).FindAllStringSubmatch(required, -1)
	for _, m := range modules {
		name := strings.TrimPrefix(m[1], "github.com/")
		if !strings.Contains(table, "\n| `"+name+"` |") {
			t.Errorf("the table has no row for %s", name)
		}
	}
	if rows := strings.Count(table, "\n| `"); rows != len(modules) {
		t.Errorf("the table has %d rows for %d modules", rows, len(modules))
	}
}
