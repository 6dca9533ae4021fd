package linttest

import (
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
)

// silences holds rules about definitions whose findings go, because an expression is forgotten, to saying that they did not judge what it
// is for. What a module of its own does not say is another question.
func silences(t *testing.T, rules []*lint.Rule, forgotten Source, e expression, known, found map[string]bool) {
	t.Helper()
	if e.dir != "" {
		return
	}
	for _, rule := range rules {
		if rule.Changes || rule.Cause != lint.Definition || unnamed[rule.ID] || !falls(rule, known, found) {
			continue
		}
		said := lint.Silences(lint.Options{Rules: []*lint.Rule{rule}, Today: Today}, forgotten.Load(t))
		if !slices.ContainsFunc(said, func(s lint.Silence) bool { return because(s) }) {
			t.Errorf("%s:%d: %s keeps silent when %s = %s is forgotten, and does not say so", e.file, e.line, rule.ID, e.name, e.text)
		}
	}
}

// unnamed are the rules that are not held to it: DEF009 judges what is written, which a variable in its place ends, and the others ask for
// what the model or a decoder of JSON has prepared before any rule asks.
var unnamed = map[string]bool{"DEF009": true, "DEF013": true, "DEF014": true, "DEF017": true}

// falls reports whether a rule finds less than before.
func falls(rule *lint.Rule, known, found map[string]bool) bool {
	for key := range known {
		if strings.HasPrefix(key, rule.ID+" ") && !found[key] {
			return true
		}
	}
	return false
}

// because reports whether a silence is one because of what is forgotten.
func because(s lint.Silence) bool {
	return slices.ContainsFunc(s.Because, func(r lint.Related) bool { return r.Message == "var.law_unknown has no value" })
}
