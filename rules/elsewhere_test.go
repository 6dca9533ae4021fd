package rules_test

import (
	"maps"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

// TestPagesSayWhatMayBeElsewhere holds that those rules of which a module that cannot be read hides a finding say so on their pages, and
// no others.
func TestPagesSayWhatMayBeElsewhere(t *testing.T) {
	found := func(rule *lint.Rule, src linttest.Source) map[string]bool {
		all := map[string]bool{}
		for _, f := range src.Lint(t, []*lint.Rule{rule}).Findings {
			all[f.Resource] = true
		}
		return all
	}
	for _, rule := range rules.All() {
		sources := linttest.Fixtures(t, fixtures, rule)
		sources["bad example"] = example(rule, rule.Bad())
		kept := false
		for _, src := range sources {
			all := found(rule, src)
			if len(all) == 0 {
				continue
			}
			open := maps.Clone(src)
			open["unread.tf"] = "module \"unread\" {\n  source = \"example/unread/any\"\n}\n"
			left := found(rule, open)
			for f := range all {
				kept = kept || !left[f]
			}
		}
		if kept != rule.Elsewhere {
			t.Errorf("%s %s: a module that cannot be read hides a finding: %t, its page says: %t", rule.ID, rule.Name, kept, rule.Elsewhere)
		}
	}
}
