package rules_test

import (
	"cmp"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

var fixtures = os.DirFS("../testdata/rules")

// example answers an example in the surroundings that it stands in.
func example(text string) linttest.Source {
	return linttest.Source{"example.tf": text, "surroundings.tf": rules.Surroundings}
}

func TestSurroundingsAreSilent(t *testing.T) {
	if found := example("").Lint(t, rules.All()).Findings; len(found) > 0 {
		t.Errorf("%s on the surroundings: %s", found[0].Rule.ID, found[0].Message)
	}
}

func TestExamplesAreTrue(t *testing.T) {
	for _, rule := range rules.All() {
		t.Run(rule.ID, func(t *testing.T) {
			bad := example(rule.Bad).Lint(t, rules.All()).Findings
			if len(bad) == 0 {
				t.Error("the bad example is silent")
			}
			for _, f := range bad {
				if f.Rule != rule {
					t.Errorf("the bad example fires %s: %s", f.Rule.ID, f.Message)
				}
			}
			for _, f := range example(rule.Good).Lint(t, rules.All()).Findings {
				t.Errorf("the good example fires %s: %s", f.Rule.ID, f.Message)
			}
		})
	}
}

func TestFixtures(t *testing.T) {
	for _, rule := range rules.All() {
		for name, src := range linttest.Fixtures(t, fixtures, rule) {
			t.Run(rule.Name+"/"+name, func(t *testing.T) { linttest.Expect(t, rule, src) })
		}
	}
}

func TestLaws(t *testing.T) {
	if testing.Short() {
		t.Skip("the laws lint every fixture many times over: not in short mode")
	}
	for _, rule := range rules.All() {
		t.Run(rule.Name, func(t *testing.T) {
			t.Parallel()
			for name, src := range linttest.Fixtures(t, fixtures, rule) {
				t.Run(name, func(t *testing.T) { linttest.Laws(t, rules.All(), src) })
			}
			t.Run("bad example", func(t *testing.T) { linttest.Laws(t, rules.All(), example(rule.Bad)) })
		})
	}
}

// causes are the letters of the IDs in the order of the list.
const causes = "NET DOM PUB AUT POL API DEF"

var (
	legalID      = regexp.MustCompile(`^(NET1|DOM2|PUB3|AUT4|POL5|API6|DEF0)\d\d$`)
	legalName    = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	gatewayCode  = regexp.MustCompile(`API[GC]\.\d{4}`)
	isNormalText = regexp.MustCompile(`^[a-zA-Z].*[^.\s]$`)
)

func TestEveryRuleIsWhole(t *testing.T) {
	all := rules.All()
	if !slices.IsSortedFunc(all, func(a, b *lint.Rule) int {
		return cmp.Or(strings.Index(causes, a.ID[:3])-strings.Index(causes, b.ID[:3]), strings.Compare(a.ID, b.ID))
	}) {
		t.Error("the list is not sorted by cause and ID")
	}
	ids, names := map[string]bool{}, map[string]bool{}
	for _, rule := range all {
		if ids[rule.ID] || names[rule.Name] {
			t.Errorf("%s %s: the ID or the name is taken", rule.ID, rule.Name)
		}
		ids[rule.ID], names[rule.Name] = true, true
		switch {
		case !legalID.MatchString(rule.ID) || !legalName.MatchString(rule.Name):
			t.Errorf("%s %s: not a legal ID or name", rule.ID, rule.Name)
		case !isNormalText.MatchString(rule.Title) || len(rule.Doc) < 80 || rule.Cause == "":
			t.Errorf("%s: title, doc or cause is missing", rule.ID)
		case rule.Level < lint.Note || rule.Level > lint.Error || rule.Security < 0 || rule.Security > 10:
			t.Errorf("%s: level or security score is out of range", rule.ID)
		case rule.Check == nil || rule.Bad == "" || rule.Good == "":
			t.Errorf("%s: check or examples are missing", rule.ID)
		}
		for _, code := range gatewayCode.FindAllString(rule.Title+rule.Doc, -1) {
			if !slices.Contains(rule.Codes, code) {
				t.Errorf("%s: its text speaks of %s, its codes do not", rule.ID, code)
			}
		}
	}
}

func TestNoOrphanFixtures(t *testing.T) {
	entries, err := os.ReadDir("../testdata/rules")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !slices.ContainsFunc(rules.All(), func(r *lint.Rule) bool { return r.Name == entry.Name() }) {
			t.Errorf("testdata/rules/%s belongs to no rule", entry.Name())
		}
	}
}
