package rules_test

import (
	"cmp"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema/facts"
)

var fixtures = os.DirFS("../testdata/rules")

// example returns an example of a rule in the surroundings that it stands in.
func example(rule *lint.Rule, text string) linttest.Source {
	src := linttest.Source{}
	for name, content := range rules.Example(rule, text) {
		src[name] = string(content)
	}
	return src
}

func TestSurroundingsAreSilent(t *testing.T) {
	if found := example(&lint.Rule{}, "").Lint(t, rules.All()).Findings; len(found) > 0 {
		t.Errorf("%s on the surroundings: %s", found[0].Rule.ID, found[0].Message)
	}
}

func TestExamplesAreTrue(t *testing.T) {
	for _, rule := range rules.All() {
		t.Run(rule.ID, func(t *testing.T) {
			bad := example(rule, rule.Bad()).Lint(t, rules.All()).Findings
			if len(bad) == 0 {
				t.Error("the bad example is silent")
			}
			for _, f := range bad {
				if f.Rule != rule {
					t.Errorf("the bad example fires %s: %s", f.Rule.ID, f.Message)
				}
				if f.Range.Filename != "example.tf" {
					t.Errorf("what is found is not in the example: %s", f.Message)
				}
			}
			for _, f := range example(rule, rule.Good()).Lint(t, rules.All()).Findings {
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

// TestLaws holds all rules to the laws on the fixtures: on all of them with -tags laws.
func TestLaws(t *testing.T) {
	n := 0
	for _, rule := range rules.All() {
		sources := linttest.Fixtures(t, fixtures, rule)
		sources["bad example"] = example(rule, rule.Bad())
		for _, name := range slices.Sorted(maps.Keys(sources)) {
			if n++; linttest.Sampled(n) {
				t.Run(rule.Name+"/"+name, func(t *testing.T) {
					t.Parallel()
					linttest.Laws(t, rules.All(), sources[name])
				})
			}
		}
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
		for _, gap := range []struct {
			open bool
			says string
		}{
			{!legalID.MatchString(rule.ID) || !legalName.MatchString(rule.Name), "not a legal ID or name"},
			{!isNormalText.MatchString(rule.Title), "the title is not a plain sentence"},
			{len(rule.Doc()) < 80, "doc.md says too little"},
			{rule.Cause == "", "the cause is missing"},
			{strings.Contains(rule.Title+rule.Doc(), "TODO"), "the title or doc.md is still to be written"},
			{rule.Level < lint.Note || rule.Level > lint.Error, "the level is out of range"},
			{rule.Security < 0 || rule.Security > 10, "the security score is out of range"},
			{rule.Check == nil, "the check is missing"},
			{rule.Bad() == "" || rule.Good() == "", "bad.tf or good.tf is missing"},
			{len(rule.Codes) == 0 && rule.Symptom == "", "neither codes nor a symptom say what is seen"},
		} {
			if gap.open {
				t.Errorf("%s %s: %s", rule.ID, rule.Name, gap.says)
			}
		}
		checkCodes(t, rule)
		for _, code := range gatewayCode.FindAllString(rule.Title+rule.Doc(), -1) {
			if !slices.Contains(rule.Codes, code) {
				t.Errorf("%s: its text speaks of %s, its codes do not", rule.ID, code)
			}
		}
	}
}

// checkCodes holds a rule's codes to the table. A status tells apart what one code says for several reasons.
func checkCodes(t *testing.T, rule *lint.Rule) {
	several := false
	for _, name := range rule.Codes {
		code, ok := facts.GatewayCode(name)
		if !ok {
			t.Errorf("%s: the table has no code %s", rule.ID, name)
		}
		meant := 0
		for _, answer := range code.Answers {
			if answer.Status == rule.Status {
				meant++
			}
		}
		several = several || len(code.Answers) > 1
		if len(code.Answers) > 1 && meant != 1 {
			t.Errorf("%s: %s has several meanings, of which Status tells one (it is %d): set it to that of one of %+v", rule.ID, name, rule.Status, code.Answers)
		}
	}
	if rule.Status != 0 && !several {
		t.Errorf("%s: no code has several meanings that the status %d could tell apart", rule.ID, rule.Status)
	}
}

// TestLevelsAreDeclared holds the levels that a rule says it reports at to those of its fixtures and its example.
func TestLevelsAreDeclared(t *testing.T) {
	for _, rule := range rules.All() {
		found := map[lint.Level]bool{}
		learn := func(src linttest.Source) {
			for _, f := range src.Lint(t, []*lint.Rule{rule}).Findings {
				if f.Rule == rule {
					found[f.Level] = true
				}
			}
		}
		learn(example(rule, rule.Bad()))
		for _, src := range linttest.Fixtures(t, fixtures, rule) {
			learn(src)
		}
		declared := append([]lint.Level{rule.Level}, rule.Lower...)
		for i, level := range declared {
			if !found[level] {
				t.Errorf("%s: nothing is found at the level %s", rule.ID, level)
			}
			if i > 0 && level >= declared[i-1] {
				t.Errorf("%s: the level %s is not below the one before it", rule.ID, level)
			}
		}
		for level := range found {
			if !slices.Contains(declared, level) {
				t.Errorf("%s: something is found at the level %s, which it does not declare", rule.ID, level)
			}
		}
	}
}

// TestEveryTextBelongsToARule holds the folders with the texts to the rules: no file is missing, and none is left over.
func TestEveryTextBelongsToARule(t *testing.T) {
	for folder, owners := range map[string][]*lint.Rule{"texts": rules.All(), "../lint/texts": lint.OwnRules()} {
		found, err := filepath.Glob(folder + "/*/*")
		if err != nil {
			t.Fatal(err)
		}
		for _, rule := range owners {
			own := path.Join(folder, rule.Name)
			for file, text := range map[string]string{
				"doc.md": rule.Doc(), "bad.tf": rule.Bad(), "good.tf": rule.Good(), "before.tf": rule.Before(), "settings.hcl": rule.Settings(),
			} {
				name := path.Join(own, file)
				needed := file != "settings.hcl" && (file != "before.tf" || rule.Changes)
				if text == "" && needed {
					t.Errorf("%s is missing or empty", name)
				}
				if i := slices.Index(found, name); i >= 0 && text != "" {
					found = slices.Delete(found, i, i+1)
				}
			}
			if rule.Before() != "" && !rule.Changes {
				t.Errorf("%s: before.tf is for rules about changes", rule.ID)
			}
		}
		for _, name := range found {
			t.Errorf("%s belongs to no rule, or is none of its files", name)
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
