package rules_test

import (
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

// TestNoRuleDependsOnTheDialect holds that a configuration means the same for Terraform and for OpenTofu, which alone reads .tofu: there is
// nothing that a page would have to say of it.
func TestNoRuleDependsOnTheDialect(t *testing.T) {
	n := 0
	for _, rule := range rules.All() {
		for name, src := range linttest.Fixtures(t, fixtures, rule) {
			if n++; !linttest.Sampled(n) {
				continue
			}
			renamed := linttest.Source{}
			for file, content := range src {
				renamed[inTofu(file)] = content
			}
			want, got := inWords(src.Lint(t, rules.All())), inWords(renamed.Lint(t, rules.All()))
			if inTofu(want) != got {
				t.Errorf("%s/%s: Terraform:\n%sOpenTofu:\n%s", rule.Name, name, want, got)
			}
		}
	}
}

// inTofu writes a name, or the names in a text, as only OpenTofu reads them.
func inTofu(text string) string {
	return strings.NewReplacer(".tfvars", ".tfvars", ".tftest", ".tftest", ".tfcomponent", ".tfcomponent", ".tf", ".tofu").Replace(text)
}

func inWords(result lint.Result) string {
	var b strings.Builder
	for _, f := range result.Findings {
		b.WriteString("  " + f.Range.String() + " " + f.Rule.ID + " " + f.Resource + " " + f.Message + " " + f.Remedy + "\n")
	}
	return b.String()
}
