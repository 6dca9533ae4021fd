// Package linttest tests rules on configurations that say themselves what should be found, and holds rules to the laws
// that every rule keeps.
//
// An expectation is a comment on the line where a finding starts, with the text that the finding covers and a regular
// expression for its message and, if help is expected, one for its remedy:
//
//	security_authentication = "NONE" # want `"NONE"` `can be called by anyone` help `^set security_authentication`
//
// The text of a finding on a block's header is that of the header. In HCL's JSON syntax the expectation is a property
// "//" on the line above: {"//": "want `…` `…`"}. An expectation that is not met and a finding that nobody expects both
// fail the test.
package linttest

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/files"
	"github.com/apiglint/apiglint/schema/terraform/memory"
)

// Source is a root module in memory: file contents by slash path. The root is the directory ".". Where there is a
// directory "before", it is the root module that was applied, and the source is a change of it.
type Source map[string]string

// ReadSource reads a fixture: one file, or a directory with everything below it.
func ReadSource(t testing.TB, fsys fs.FS, name string) Source {
	t.Helper()
	src := Source{}
	err := fs.WalkDir(fsys, name, func(p string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(fsys, p)
		if err != nil {
			return err
		}
		rel := strings.TrimPrefix(strings.TrimPrefix(p, name), "/")
		if rel == "" {
			rel = path.Base(p)
		}
		src[rel] = string(content)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// Load reads the root module of a source. Files that cannot be parsed fail the test.
func (s Source) Load(t testing.TB) *schema.Config {
	t.Helper()
	return s.LoadFrom(t, func(files fs.FS) fs.FS { return files })
}

// LoadFrom reads the root module of a source through a file system that wraps its files.
func (s Source) LoadFrom(t testing.TB, wrap func(files fs.FS) fs.FS) *schema.Config {
	t.Helper()
	loader := configs.NewLoader(wrap(s.files()))
	load := func() (*schema.Config, error) { return schema.Load(loader, ".", terraform.Options{}) }
	if s.changes() {
		load = func() (*schema.Config, error) { return schema.LoadChange(loader, applied, ".", terraform.Options{}) }
	}
	c, err := load()
	if err != nil {
		t.Fatal(err)
	}
	if c.Root.Diagnostics.HasErrors() {
		t.Fatal(c.Root.Diagnostics)
	}
	return c
}

func (s Source) files() memory.FS {
	files := memory.FS{}
	for name, content := range s {
		files[name] = []byte(content)
	}
	return files
}

// root reads the root module of a source, without evaluating anything.
func (s Source) root(t testing.TB) *terraform.Root {
	t.Helper()
	root, err := terraform.Load(configs.NewLoader(s.files()), ".", terraform.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// applied is the directory of what was applied.
const applied = "before"

func (s Source) changes() bool {
	return slices.ContainsFunc(s.names(), func(name string) bool { return strings.HasPrefix(name, applied+"/") })
}

// Today is the day on which sources are linted.
var Today = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// Lint runs the rules over a source.
func (s Source) Lint(t testing.TB, rules []*lint.Rule) lint.Result {
	t.Helper()
	return lint.Run(lint.Options{Rules: rules, Today: Today}, s.Load(t))
}

// with returns a copy of the source with one file changed.
func (s Source) with(name, content string) Source {
	changed := maps.Clone(s)
	changed[name] = content
	return changed
}

func (s Source) names() []string { return slices.Sorted(maps.Keys(s)) }

// text is what a range covers.
func (s Source) text(f *lint.Finding) string {
	content := s[f.Range.Filename]
	if f.Range.End.Byte > len(content) || f.Range.Start.Byte > f.Range.End.Byte {
		return ""
	}
	return content[f.Range.Start.Byte:f.Range.End.Byte]
}

type expectation struct {
	file    string
	line    int
	text    string
	message *regexp.Regexp
	remedy  *regexp.Regexp // nil where it may be any
	met     bool
}

var (
	wantComment = regexp.MustCompile(`(?:#|//|"//":\s*")\s*want((?:\s+(?:help\s+)?` + "`[^`]*`" + `)+)`)
	wantPart    = regexp.MustCompile("`([^`]*)`\\s+`([^`]*)`(?:\\s+help\\s+`([^`]*)`)?")
)

func (s Source) expectations(t testing.TB) []*expectation {
	t.Helper()
	var all []*expectation
	for _, name := range s.names() {
		for i, line := range strings.Split(s[name], "\n") {
			match := wantComment.FindStringSubmatch(line)
			if match == nil {
				continue
			}
			number := i + 1
			if strings.HasSuffix(name, ".json") {
				number++
			}
			parts := wantPart.FindAllStringSubmatch(match[1], -1)
			if strings.TrimSpace(wantPart.ReplaceAllString(match[1], "")) != "" {
				t.Fatalf("%s:%d: an expectation is a text, a message and, behind the word help, a remedy", name, i+1)
			}
			for _, part := range parts {
				e := &expectation{file: name, line: number, text: part[1], message: regexp.MustCompile(part[2])}
				if strings.HasSuffix(name, ".json") {
					e.text = strings.ReplaceAll(e.text, `\"`, `"`)
				}
				if part[3] != "" {
					e.remedy = regexp.MustCompile(part[3])
				}
				all = append(all, e)
			}
		}
	}
	return all
}

// Expect runs one rule over a source and compares what it finds with the source's expectations.
func Expect(t *testing.T, rule *lint.Rule, src Source) {
	t.Helper()
	expected := src.expectations(t)
	for _, f := range src.Lint(t, []*lint.Rule{rule}).Findings {
		if !meet(src, expected, f) {
			t.Errorf("%s:%d: unexpected: [%s] on `%s`, help: %s", f.Range.Filename, f.Range.Start.Line, f.Message, src.text(f), f.Remedy)
		}
	}
	for _, e := range expected {
		if !e.met {
			t.Errorf("%s:%d: nothing is found on `%s` with a message like `%s`", e.file, e.line, e.text, e.message)
		}
	}
}

func meet(src Source, expected []*expectation, f *lint.Finding) bool {
	for _, e := range expected {
		if !e.met && e.file == f.Range.Filename && e.line == f.Range.Start.Line &&
			e.text == src.text(f) && e.message.MatchString(f.Message) && (e.remedy == nil || e.remedy.MatchString(f.Remedy)) {
			e.met = true
			return true
		}
	}
	return false
}

// Fixtures returns the fixtures of a rule below a directory with a folder for each rule: its .tf and .tf.json files,
// each a root of its own, and its folders.
func Fixtures(t testing.TB, fsys fs.FS, rule *lint.Rule) map[string]Source {
	t.Helper()
	fixtures := map[string]Source{}
	entries, err := fs.ReadDir(fsys, rule.Name)
	if err != nil {
		t.Fatalf("%s has no fixtures: %v", rule.ID, err)
	}
	for _, entry := range entries {
		if entry.IsDir() || files.IsConfigName(entry.Name()) {
			fixtures[entry.Name()] = ReadSource(t, fsys, path.Join(rule.Name, entry.Name()))
		}
	}
	return fixtures
}

// describe lists findings for a failed test.
func describe(findings []*lint.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "\n  %s:%d: %s %s", f.Range.Filename, f.Range.Start.Line, f.Rule.ID, f.Message)
	}
	return b.String()
}
