package rules_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

// withoutRemedy are the rules that have findings without a remedy. It only gets shorter.
var withoutRemedy = strings.Fields(`
	DOM201 DOM202 DOM203 DOM204 DOM205 DOM206 DOM207 DOM208 DOM209 DOM210
	DOM211 DOM212
	API601 API602 API603 API604 API605 API606 API607 API608 API609 API610
	API611 API612
`)

// isImperative is a sentence of several words that begins in lower case and has no final period.
var isImperative = regexp.MustCompile("^[a-z].* .*[^.\\s]$")

// Every finding on a fixture or an example says what to do.
func TestEveryFindingHasARemedy(t *testing.T) {
	lacking := map[string]bool{}
	hold := func(where string, findings []*lint.Finding) {
		for _, f := range findings {
			switch {
			case isImperative.MatchString(f.Remedy):
			case f.Remedy == "" && slices.Contains(withoutRemedy, f.Rule.ID):
				lacking[f.Rule.ID] = true
			default:
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
	for _, id := range withoutRemedy {
		if !lacking[id] {
			t.Errorf("all findings of %s have a remedy: take it from the list", id)
		}
	}
}
