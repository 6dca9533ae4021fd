package rules_test

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

var examples = os.DirFS("../testdata/examples")

// lintExample runs every rule over an example, which has to be read whole: what was not analysed hides findings.
func lintExample(t *testing.T, name string) []*lint.Finding {
	t.Helper()
	src := linttest.ReadSource(t, examples, name)
	c := src.Load(t)
	for _, note := range c.Root.Notes {
		t.Errorf("%s: not analysed: %v", name, note)
	}
	if !c.Whole() {
		t.Errorf("%s is open: rules about what is missing cannot speak", name)
	}
	return src.Lint(t, rules.All()).Findings
}

func line(f *lint.Finding) string {
	return fmt.Sprintf("%s:%d %s", f.Range.Filename, f.Range.Start.Line, f.Rule.ID)
}

func TestHealthyExamplesAreSilent(t *testing.T) {
	for _, name := range []string{"flat", "healthy", "healthy-json"} {
		t.Run(name, func(t *testing.T) {
			for _, f := range lintExample(t, name) {
				if f.Level >= lint.Warning {
					t.Errorf("%s (%s): %s", line(f), f.Resource, f.Message)
					continue
				}
				t.Logf("%s (%s): %s", line(f), f.Resource, f.Message)
			}
		})
	}
}

func TestBrokenExamplesShowWhatTheySay(t *testing.T) {
	for _, name := range []string{"broken", "broken-definitions"} {
		t.Run(name, func(t *testing.T) {
			expected := expectedLines(t, name)
			for _, f := range lintExample(t, name) {
				at := line(f)
				if i := slices.Index(expected, at); i >= 0 {
					expected = slices.Delete(expected, i, i+1)
					continue
				}
				t.Errorf("%s (%s) is not expected: %s", at, f.Resource, f.Message)
			}
			for _, at := range expected {
				t.Errorf("%s is expected and not found", at)
			}
		})
	}
}

// expectedLines returns the lines of an example's expected.txt that speak of rules there are.
func expectedLines(t *testing.T, name string) []string {
	t.Helper()
	content, err := fs.ReadFile(examples, path.Join(name, "expected.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var known, unknown []string
	for _, text := range strings.Split(strings.TrimSpace(string(content)), "\n") {
		_, id, ok := strings.Cut(text, " ")
		switch {
		case !ok:
			t.Fatalf("%s: %q is no line of file:line and rule", name, text)
		case slices.ContainsFunc(rules.All(), func(r *lint.Rule) bool { return r.ID == id }):
			known = append(known, text)
		default:
			unknown = append(unknown, id)
		}
	}
	if len(unknown) > 0 {
		t.Logf("%s: %d expectations wait for their rules: %s", name, len(unknown), strings.Join(unknown, " "))
	}
	return known
}
