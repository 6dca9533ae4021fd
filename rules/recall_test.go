package rules_test

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

// A healthy example is changed as people break such a configuration, and the rule has to find it where the change is;
// or it is changed into something that looks broken and is not, and the rule has to be silent. testdata/recall/README.md
// says how a mutation is written.

var (
	recallTable = flag.Bool("recall-table", false, "print what each rule finds of the mutations in testdata/recall")
	recallWrite = flag.String("recall-write", "", "write the mutated examples into this directory, each a root of its own")
)

var mutations = os.DirFS("../testdata/recall")

// What every rule has at least.
const (
	enoughFound  = 3
	enoughSilent = 1
)

// mutation is one change of an example and what has to be found in it.
type mutation struct {
	rule    *lint.Rule
	source  string // where it is written: file and line
	title   string
	silent  bool
	example string
	at      []place
	on      []string // addresses that the findings are about
	level   string
	also    []string // IDs of other rules that the change is a defect for
	hunks   []hunk
	passed  bool
}

// hunk is one edit of one file. Without old lines it is appended.
type hunk struct {
	file  string
	lines []string // each with its sign: blank, - or +
}

// place is a text in a file of the mutated example: the last of its parts, which follow each other.
type place struct {
	file  string
	parts []string
}

func TestRecall(t *testing.T) {
	if testing.Short() {
		t.Skip("nothing here runs side by side that does not in others")
	}
	healthy := map[string]linttest.Source{}
	for _, name := range []string{"flat", "healthy", "healthy-json"} {
		healthy[name] = linttest.ReadSource(t, examples, name)
	}
	all := map[*lint.Rule][]*mutation{}
	for _, rule := range aboutConfigurations() {
		all[rule] = readMutations(t, rule)
	}
	t.Run("rules", func(t *testing.T) {
		for _, rule := range aboutConfigurations() {
			t.Run(rule.ID, func(t *testing.T) {
				t.Parallel()
				enough(t, rule, all[rule])
				for i, m := range all[rule] {
					t.Run(m.title, func(t *testing.T) {
						src := m.apply(t, healthy[m.example])
						if *recallWrite != "" {
							write(t, src, filepath.Join(*recallWrite, fmt.Sprintf("%s-%d", rule.ID, i+1)))
						}
						m.check(t, src)
						m.passed = !t.Failed()
					})
				}
			})
		}
	})
	if *recallTable {
		if _, err := os.Stdout.WriteString(table(all)); err != nil {
			t.Fatal(err)
		}
	}
}

// aboutConfigurations are the rules that can find what is wrong with a configuration. The others are about changes, and
// plans hold them to account.
func aboutConfigurations() []*lint.Rule {
	return slices.DeleteFunc(rules.All(), func(r *lint.Rule) bool { return r.Changes })
}

func TestRecallOfNoOtherRules(t *testing.T) {
	entries, err := fs.ReadDir(mutations, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := strings.TrimSuffix(entry.Name(), ".diff")
		if name != "README.md" && !slices.ContainsFunc(rules.All(), func(r *lint.Rule) bool { return r.Name == name }) {
			t.Errorf("testdata/recall/%s belongs to no rule", entry.Name())
		}
	}
}

// enough holds a rule to the number of its mutations, one of which is in JSON syntax.
func enough(t *testing.T, rule *lint.Rule, all []*mutation) {
	t.Helper()
	found, silent, inJSON := 0, 0, 0
	for _, m := range all {
		switch {
		case m.silent:
			silent++
		case slices.ContainsFunc(m.hunks, func(h hunk) bool { return strings.HasSuffix(h.file, ".json") }):
			inJSON++
			fallthrough
		default:
			found++
		}
	}
	if found < enoughFound || silent < enoughSilent {
		t.Errorf("%s has %d mutations to find and %d to be silent about: at least %d and %d are needed",
			rule.Name, found, silent, enoughFound, enoughSilent)
	}
	if inJSON == 0 {
		t.Errorf("%s has no mutation to find in JSON syntax", rule.Name)
	}
}

// check lints the mutated example.
func (m *mutation) check(t *testing.T, src linttest.Source) {
	t.Helper()
	places := make([]span, len(m.at))
	for i, at := range m.at {
		places[i] = at.in(t, m, src)
	}
	met := make([]bool, len(places))
	addresses, others := map[string]bool{}, map[string]bool{}
	c := src.Load(t)
	if !c.Whole() || len(c.Root.Notes) > 0 {
		t.Errorf("%s: the mutated example is not read whole: %v", m.source, c.Root.Notes)
	}
	found := lint.Run(lint.Options{Rules: rules.All(), Today: linttest.Today}, c).Findings
	for _, f := range found {
		saying := fmt.Sprintf("%s: %s", line(f), f.Message)
		switch {
		case f.Rule == m.rule && m.silent:
			t.Errorf("%s: %s is to be silent: %s", m.source, m.rule.ID, saying)
		case f.Rule == m.rule:
			addresses[f.Resource] = true
			for _, also := range f.Also {
				addresses[also] = true
			}
			if m.level != "" && f.Level.String() != m.level {
				t.Errorf("%s: the level is %s, not %s: %s", m.source, f.Level, m.level, saying)
			}
			if i := slices.IndexFunc(places, func(p span) bool { return p.meets(f) }); i >= 0 {
				met[i] = true
			} else {
				t.Errorf("%s: another place is expected: %s", m.source, saying)
			}
		case slices.Contains(m.also, f.Rule.ID):
			others[f.Rule.ID] = true
		case f.Level >= lint.Warning:
			t.Errorf("%s: not expected: %s", m.source, saying)
		}
	}
	for i, place := range m.at {
		if !met[i] {
			t.Errorf("%s: %s finds nothing at %s: %s", m.source, m.rule.ID, place.file, strings.Join(place.parts, " … "))
		}
	}
	for _, address := range m.on {
		if !addresses[address] {
			t.Errorf("%s: %s finds nothing on %s", m.source, m.rule.ID, address)
		}
	}
	for _, id := range m.also {
		if !others[id] {
			t.Errorf("%s: %s is expected also, and finds nothing", m.source, id)
		}
	}
	if t.Failed() {
		for _, f := range found {
			t.Logf("found: %s (%s): %s", line(f), f.Resource, f.Message)
		}
	}
}

// span is a piece of a file.
type span struct {
	file       string
	start, end int
}

func (s span) meets(f *lint.Finding) bool {
	return f.Range.Filename == s.file && f.Range.Start.Byte < s.end && s.start < max(f.Range.End.Byte, f.Range.Start.Byte+1)
}

// in returns where a place is. Its first part occurs once, each other part is the next one after it.
func (p place) in(t *testing.T, m *mutation, src linttest.Source) span {
	t.Helper()
	at := span{file: p.file}
	for i, part := range p.parts {
		occurrences := spaced(part).FindAllStringIndex(src[p.file][at.end:], -1)
		if len(occurrences) == 0 || i == 0 && len(occurrences) > 1 {
			t.Fatalf("%s: %q occurs %d times in %s", m.source, part, len(occurrences), p.file)
		}
		at.start, at.end = at.end+occurrences[0][0], at.end+occurrences[0][1]
	}
	return at
}

// spaced is a pattern for a text with any white space between its words.
func spaced(text string) *regexp.Regexp {
	words := strings.Fields(text)
	for i, word := range words {
		words[i] = regexp.QuoteMeta(word)
	}
	return regexp.MustCompile(strings.Join(words, `\s+`))
}

// apply returns the mutated example.
func (m *mutation) apply(t *testing.T, healthy linttest.Source) linttest.Source {
	t.Helper()
	if healthy == nil {
		t.Fatalf("%s: there is no healthy example %q", m.source, m.example)
	}
	src := maps.Clone(healthy)
	for _, h := range m.hunks {
		content, err := h.apply(src[h.file])
		if err != nil {
			t.Fatalf("%s: %s: %v", m.source, h.file, err)
		}
		src[h.file] = content
	}
	return src
}

// apply replaces the lines of a hunk, which occur once. White space within and around a line does not tell it apart.
func (h hunk) apply(content string) (string, error) {
	var old []string
	for _, l := range h.lines {
		if l[0] != '+' {
			old = append(old, strings.Join(strings.Fields(l[1:]), " "))
		}
	}
	lines := strings.SplitAfter(content, "\n")
	at := len(lines)
	if len(old) > 0 {
		var found []int
		for i := 0; i+len(old) <= len(lines); i++ {
			if slices.EqualFunc(lines[i:i+len(old)], old, func(line, want string) bool {
				return strings.Join(strings.Fields(line), " ") == want
			}) {
				found = append(found, i)
			}
		}
		if len(found) != 1 {
			return "", fmt.Errorf("the lines occur %d times:\n%s", len(found), strings.Join(old, "\n"))
		}
		at = found[0]
	}
	var b strings.Builder
	b.WriteString(strings.Join(lines[:at], ""))
	next := at
	for _, l := range h.lines {
		switch l[0] {
		case '+':
			b.WriteString(l[1:] + "\n")
		case ' ':
			b.WriteString(lines[next])
			next++
		case '-':
			next++
		}
	}
	b.WriteString(strings.Join(lines[next:], ""))
	return b.String(), nil
}

func readMutations(t *testing.T, rule *lint.Rule) []*mutation {
	t.Helper()
	name := rule.Name + ".diff"
	content, err := fs.ReadFile(mutations, name)
	if err != nil {
		t.Errorf("%s has no mutations: %v", rule.ID, err)
	}
	var all []*mutation
	file, inHunk := "", false
	for i, text := range strings.Split(string(content), "\n") {
		source := fmt.Sprintf("testdata/recall/%s:%d", name, i+1)
		key, value, _ := strings.Cut(text, ": ")
		if key == "found" || key == "silent" {
			all = append(all, &mutation{rule: rule, source: source, title: value, silent: key == "silent"})
			file = ""
		}
		if len(all) == 0 || text == "" || text[0] == '#' {
			inHunk = false
			continue
		}
		m := all[len(all)-1]
		switch {
		case strings.HasPrefix(text, "--- "):
			file, inHunk = strings.TrimPrefix(text, "--- "), false
		case file != "" && strings.ContainsRune(" +-", rune(text[0])):
			if !inHunk {
				m.hunks = append(m.hunks, hunk{file: file})
			}
			last := &m.hunks[len(m.hunks)-1]
			last.lines, inHunk = append(last.lines, text), true
		case key == "found" || key == "silent":
		case key == "example":
			m.example = value
		case key == "level":
			m.level = value
		case key == "on":
			m.on = append(m.on, value)
		case key == "also":
			// What follows the ID says why.
			m.also = append(m.also, strings.Fields(value)[0])
		case key == "at":
			in, where, _ := strings.Cut(value, ": ")
			m.at = append(m.at, place{in, strings.Split(where, " … ")})
		default:
			t.Fatalf("%s: %q is neither a key nor a line of an edit", source, text)
		}
	}
	for _, m := range all {
		if len(m.hunks) == 0 || m.silent != (len(m.at) == 0) {
			t.Fatalf("%s: a mutation has edits, and a place if it is to be found", m.source)
		}
	}
	return all
}

func write(t *testing.T, src linttest.Source, dir string) {
	t.Helper()
	for name, content := range src {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func table(all map[*lint.Rule][]*mutation) string {
	var b strings.Builder
	type count struct{ passed, all int }
	var found, silent count
	for _, rule := range aboutConfigurations() {
		var f, s count
		for _, m := range all[rule] {
			c := &f
			if m.silent {
				c = &s
			}
			c.all++
			if m.passed {
				c.passed++
			}
		}
		fmt.Fprintf(&b, "%s  %d/%d found  %d/%d silent  %s\n", rule.ID, f.passed, f.all, s.passed, s.all, rule.Name)
		found = count{found.passed + f.passed, found.all + f.all}
		silent = count{silent.passed + s.passed, silent.all + s.all}
	}
	fmt.Fprintf(&b, "%d rules  %d/%d found  %d/%d silent\n", len(all), found.passed, found.all, silent.passed, silent.all)
	return b.String()
}
