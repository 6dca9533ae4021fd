package rules_test

import (
	"regexp"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

// isImperative is a sentence of several words that begins in lower case and has no final period.
var isImperative = regexp.MustCompile(`^[a-z].* .*[^.\s]$`)

// Every finding on a fixture or an example says what to do.
func TestEveryFindingHasARemedy(t *testing.T) {
	hold := func(where string, findings []*lint.Finding) {
		for _, f := range findings {
			if !isImperative.MatchString(f.Remedy) {
				t.Errorf("%s:%d: %s does not say what to do, but %q: %s", where, f.Range.Start.Line, f.Rule.ID, f.Remedy, f.Message)
			}
		}
	}
	for _, rule := range rules.All() {
		only := []*lint.Rule{rule}
		for name, src := range linttest.Fixtures(t, fixtures, rule) {
			hold(rule.Name+"/"+name, src.Lint(t, only).Findings)
		}
		hold(rule.Name+": bad example", example(rule, rule.Bad()).Lint(t, only).Findings)
	}
	for _, name := range []string{"flat", "healthy", "healthy-json", "broken", "broken-definitions"} {
		hold(name, linttest.ReadSource(t, examples, name).Lint(t, rules.All()).Findings)
	}
}
