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
)

// maxFuzzed keeps the fuzzers at inputs that they can change much of.
const maxFuzzed = 16 << 10

// FuzzRules runs all rules over a configuration that is changed by its syntax: findings stand inside the text, are the same in two runs, and none of
// them appears when an expression is forgotten.
func FuzzRules(f *testing.F) {
	var texts []string
	for _, seed := range linttest.Seeds(f, os.DirFS("../testdata"), ".", ".tf") {
		texts = append(texts, string(seed))
	}
	for n, rule := range rules.All() {
		if linttest.Sampled(n) {
			texts = append(texts, rule.Bad(), rule.Good())
		}
	}
	for i, text := range texts {
		f.Add(text, uint(i), []byte(nil))
		f.Add(text, uint(i), []byte{byte(i), byte(i >> 8), byte(i * 37), byte(i * 11), byte(i * 101), byte(i * 7), 0, byte(i * 3), 1, byte(i * 5)})
	}
	mutator := linttest.NewMutator(texts...)
	f.Fuzz(func(t *testing.T, text string, n uint, steps []byte) {
		text = mutator.Mutate(text, steps)
		if _, diags := hclsyntax.ParseConfig([]byte(text), "", hcl.InitialPos); diags.HasErrors() || len(text) > maxFuzzed ||
			strings.Contains(text, "apiglint:ignore") || strings.Contains(text, "\x00") || !utf8.ValidString(text) {
			return // FuzzNative and FuzzIgnores are about those
		}
		defer linttest.Watch(t)()
		src := example(&lint.Rule{}, text)
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
		"disable = [\"needs-x-stage-header\"]\nrule \"default-rate-limit\" {\n  level = \"warning\"\n}\n",
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
			settings.Off(rule)
		}
		if _, err := settings.Choose(rules.All(), nil, []string{name}); err != nil && strings.ContainsAny(err.Error(), "\n\x1b") {
			t.Errorf("%q is not one sentence", err)
		}
	})
}
