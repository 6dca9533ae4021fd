package rules_test

import (
	"slices"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

// TestIdleRules holds every rule to saying that it had nothing to judge where a configuration has nothing for it, and to not saying so
// of what it finds something in.
func TestIdleRules(t *testing.T) {
	judging := []string{"PUB309", "PUB311", "DEF001", "DEF002", "DEF003", "DEF004", "DEF005", "DEF006", "DEF008", "DEF009", "DEF018"}
	src := linttest.Source{"main.tf": "resource \"huaweicloud_apig_environment\" \"alone\" {\n  instance_id = \"i\"\n  name        = \"n\"\n}\n"}
	result := src.Lint(t, rules.All())
	for _, rule := range rules.All() {
		switch idle := result.Idle[rule]; {
		case idle == "" && !slices.Contains(judging, rule.ID):
			t.Errorf("%s %s counts as having judged an environment that nothing refers to", rule.ID, rule.Name)
		case idle != "" && slices.Contains(judging, rule.ID):
			t.Errorf("%s %s judges an environment, and says %q", rule.ID, rule.Name, idle)
		}
		if found := example(rule, rule.Bad()).Lint(t, []*lint.Rule{rule}); found.Idle[rule] != "" {
			t.Errorf("%s %s finds something and counts as idle: %s", rule.ID, rule.Name, found.Idle[rule])
		}
	}
	empty := linttest.Source{"main.tf": "locals {}\n"}.Lint(t, rules.All())
	for _, rule := range rules.All() {
		if empty.Idle[rule] == "" {
			t.Errorf("%s %s counts as having judged what is empty", rule.ID, rule.Name)
		}
	}
}
