package rules_test

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema/plan"
)

// maxFuzzed keeps the fuzzers at inputs that they can change much of.
const maxFuzzed = 16 << 10

// FuzzRules runs all rules over a configuration: findings stand inside the text, are the same in two runs, and none of
// them appears when an expression is forgotten.
func FuzzRules(f *testing.F) {
	for i, seed := range linttest.Seeds(f, os.DirFS("../testdata"), ".", ".tf") {
		f.Add(string(seed), uint(i))
	}
	for i, rule := range rules.All() {
		f.Add(rule.Bad, uint(i))
		f.Add(rule.Good, uint(i))
	}
	f.Fuzz(func(t *testing.T, text string, n uint) {
		if _, diags := hclsyntax.ParseConfig([]byte(text), "", hcl.InitialPos); diags.HasErrors() || len(text) > maxFuzzed ||
			strings.Contains(text, "apiglint:ignore") || strings.Contains(text, "\x00") || !utf8.ValidString(text) {
			return // FuzzNative and FuzzIgnores are about those
		}
		defer linttest.Watch(t)()
		src := linttest.Source{"example.tf": text, "surroundings.tf": rules.Surroundings}
		findings := src.Lint(t, rules.All()).Findings
		for _, finding := range findings {
			for _, at := range append([]lint.Related{{Range: finding.Range}}, finding.Related...) {
				if wrong := linttest.WrongRange(at.Range, []byte(src[at.Range.Filename])); wrong != "" {
					t.Errorf("%s: %s: %s", finding.Rule.ID, finding.Message, wrong)
				}
			}
		}
		if first, second := spelt(findings), spelt(src.Lint(t, rules.All()).Findings); first != second {
			t.Errorf("two runs differ:\n%s\n---\n%s", first, second)
		}
		linttest.Forgetting(t, rules.All(), src, int(n%(1<<20)))
	})
}

// FuzzReview reviews plans with all rules, twice.
func FuzzReview(f *testing.F) {
	for _, seed := range linttest.Seeds(f, os.DirFS("../testdata"), "plans", ".json") {
		if len(seed) < 64<<10 {
			f.Add(seed)
		}
	}
	review := func(t *testing.T, src []byte) string {
		p, err := plan.Read(src)
		if err != nil {
			return err.Error()
		}
		prior, planned, err := p.Configs(nil)
		if err != nil {
			return err.Error()
		}
		r := lint.RunReview(lint.Options{Rules: rules.All()}, prior, planned)
		return spelt(r.Introduced) + "\n" + spelt(r.Unchanged) + "\n" + spelt(r.Fixed)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 64<<10 {
			return
		}
		defer linttest.Watch(t)()
		if first, second := review(t, src), review(t, src); first != second {
			t.Errorf("two runs differ:\n%s\n---\n%s", first, second)
		}
	})
}

// spelt is all that findings say.
func spelt(findings []*lint.Finding) string {
	var out strings.Builder
	for _, f := range findings {
		out.WriteString(f.Rule.ID + " " + f.Level.String() + " " + f.Range.String() + " " + f.Resource + " " + strings.Join(f.Also, " ") + f.Message)
		for _, r := range f.Related {
			out.WriteString(" " + r.Range.String() + r.Message)
		}
		out.WriteString("\n")
	}
	return out.String()
}

// FuzzSettings reads settings files. What is wrong is said inside the file, and what is not applies to any file.
func FuzzSettings(f *testing.F) {
	for _, seed := range []string{
		"disable = [\"needs-stage-header\"]\nrule \"default-rate-limit\" {\n  level = \"warning\"\n}\n",
		"rule \"unlicensed-domain\" {\n  licensed_domains = [\"example.com\"]\n}\npath \"legacy/**\" {\n  disable = [\"anonymous-api\"]\n}\n",
		"rule \"NET\" {\n  level = error\n  mandatory = true\n}\npath \"[\" {}\npath \"{a,{b,c}}/**/**\" {\n  disable = []\n}\n",
		"x = ${", "disable = \"a\"\ndisable = 1\n", "rule {}\nrule \"a\" \"b\" {}\n", "\xef\xbb\xbfdisable = [\"\\u202e\"]\r\n",
	} {
		f.Add([]byte(seed), "legacy/a/main.tf")
	}
	f.Fuzz(func(t *testing.T, src []byte, name string) {
		if len(src) > maxFuzzed || len(name) > 1<<10 {
			return
		}
		defer linttest.Watch(t)()
		settings, diags := lint.ParseSettings(src, ".apiglint.hcl", rules.All())
		if (settings == nil) != diags.HasErrors() {
			t.Errorf("settings are %v beside %v", settings, diags)
		}
		for _, d := range diags {
			if d.Subject == nil {
				t.Errorf("%s has no place", d)
			} else if wrong := linttest.WrongRange(*d.Subject, src); wrong != "" {
				t.Errorf("%s: %s", d, wrong)
			}
		}
		if settings == nil {
			return
		}
		for _, rule := range rules.All() {
			settings.InForce(rule)
			settings.Off(rule, "")
		}
		if _, err := settings.Choose(rules.All(), nil, []string{name}); err != nil && strings.ContainsAny(err.Error(), "\n\x1b") {
			t.Errorf("%q is not one sentence", err)
		}
	})
}
