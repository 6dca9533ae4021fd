package rules_test

import (
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

// TestFixedFiles compares what the fixes of a rule make of files with what they should. The files that are not among the
// fixed ones are to stay as they are.
func TestFixedFiles(t *testing.T) {
	for _, rule := range rules.All() {
		if rule.Fix == "" {
			continue
		}
		t.Run(rule.Name, func(t *testing.T) {
			before, want := fixFixture(t, rule)
			for name, got := range linttest.Fixed(t, []*lint.Rule{rule}, before) {
				if got != want[name] {
					t.Errorf("%s is\n%s\nand not\n%s", name, got, want[name])
				}
			}
			linttest.Fixes(t, []*lint.Rule{rule}, before, inLight[rule.Name]...)
		})
	}
}

func fixFixture(t *testing.T, rule *lint.Rule) (before, fixed linttest.Source) {
	t.Helper()
	content, err := os.ReadFile("../testdata/fix/" + rule.Name + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	before, fixed = linttest.Source{}, linttest.Source{}
	for _, file := range txtar.Parse(content).Files {
		if name, ok := strings.CutPrefix(file.Name, "fixed/"); ok {
			fixed[name] = string(file.Data)
			continue
		}
		before[file.Name] = string(file.Data)
		if fixed[file.Name] == "" {
			fixed[file.Name] = string(file.Data)
		}
	}
	return before, fixed
}

// inLight are the rules that a fix on a fixture lets speak: the text was hidden from them by the way it was spelt.
var inLight = map[string][]string{
	"unresolvable-domain/plain.tf":       {"DOM205"},
	"unknown-resource-type/json.tf.json": {"DEF003"},
	"unknown-argument/flexibleengine.tf": {"AUT408"},
	"unknown-argument":                   {"DEF002"}, // inside a block that is renamed
}

// TestFixes holds the fixes on all fixtures and examples to their laws.
func TestFixes(t *testing.T) {
	for _, rule := range rules.All() {
		if rule.Changes {
			continue // it is about changes, and what is fixed is a configuration
		}
		t.Run(rule.Name, func(t *testing.T) {
			for name, src := range linttest.Fixtures(t, fixtures, rule) {
				t.Run(name, func(t *testing.T) { holdFixes(t, src, inLight[path.Join(rule.Name, name)]) })
			}
			t.Run("bad example", func(t *testing.T) { holdFixes(t, example(rule, rule.Bad()), nil) })
		})
	}
}

// holdFixes lets all rules fix, and looks for rules that do without saying so.
func holdFixes(t *testing.T, src linttest.Source, light []string) {
	for rule := range linttest.Fixes(t, rules.All(), src, light...) {
		if rule.Fix == "" {
			t.Errorf("%s has a fix, and does not say so", rule.ID)
		}
	}
}

// TestFixesNeverGuess misspells what is right, and holds the fixes to it.
func TestFixesNeverGuess(t *testing.T) {
	src := linttest.ReadSource(t, examples, "flat")
	var fixing []*lint.Rule
	for _, rule := range rules.All() {
		if rule.Fix != "" {
			fixing = append(fixing, rule)
		}
	}
	if mended := linttest.Misspell(t, fixing, src); mended < 100 {
		t.Errorf("only %d slips are mended", mended)
	} else {
		t.Logf("%d slips are mended", mended)
	}
}

func TestEveryFixHasFiles(t *testing.T) {
	entries, err := os.ReadDir("../testdata/fix")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, rule := range rules.All() {
		if rule.Fix != "" {
			names = append(names, rule.Name+".txtar")
		}
	}
	slices.Sort(names)
	for i, entry := range entries {
		if i >= len(names) || entry.Name() != names[i] {
			t.Fatalf("the files of fixes are not those of the rules: %v", names)
		}
	}
}
