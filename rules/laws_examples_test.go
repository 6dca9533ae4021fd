package rules_test

import (
	"testing"

	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

// TestLawsOnExamples holds the rules to the laws on whole configurations, and on the small one with every mutation that
// the recall test knows.
func TestLawsOnExamples(t *testing.T) {
	linttest.Long(t)
	for _, name := range []string{"flat", "healthy", "broken"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			linttest.Laws(t, rules.All(), linttest.ReadSource(t, examples, name))
		})
	}
	flat := linttest.ReadSource(t, examples, "flat")
	for _, rule := range aboutConfigurations() {
		for _, m := range readMutations(t, rule) {
			if m.example != "flat" {
				continue
			}
			t.Run(rule.ID+"/"+m.title, func(t *testing.T) {
				t.Parallel()
				linttest.Laws(t, rules.All(), m.apply(t, flat))
			})
		}
	}
}
