package linttest

import (
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
)

// silences holds rules whose findings go, because an expression is forgotten, to saying that they did not judge what it is for. What a
// module of its own does not say is another question.
func silences(t *testing.T, rules []*lint.Rule, forgotten Source, e expression, known, found map[string]bool) {
	t.Helper()
	if e.dir != "" {
		return
	}
	for _, rule := range rules {
		if rule.Changes || unnamed[rule.ID] != "" || !falls(rule, known, found) {
			continue
		}
		said := lint.Silences(lint.Options{Rules: []*lint.Rule{rule}, Today: Today}, forgotten.Load(t))
		if !slices.ContainsFunc(said, func(s lint.Silence) bool { return because(s) }) {
			t.Errorf("%s:%d: %s keeps silent when %s = %s is forgotten, and does not say so", e.file, e.line, rule.ID, e.name, e.text)
		}
	}
}

// unnamed are the rules that are not held to it, and why.
var unnamed = map[string]string{
	"AUT408": asWritten, "DEF009": asWritten,
	"NET101": anywhere, "NET110": anywhere, "NET112": anywhere, "POL501": anywhere, "PUB309": anywhere,
	"AUT403": many, "DEF013": many, "DOM202": many, "DOM212": many, "NET105": many, "NET106": many, "NET117": many, "NET118": many, "PUB303": many,
	"API608": loose, "API609": loose, "API610": loose, "DOM201": loose, "PUB302": loose,
	"NET116": "a region is asked of the provider and not of an argument",
}

const (
	asWritten = "it judges what is written, which an input in its place ends"
	anywhere  = "it looks for a value in all expressions, outputs and other providers' resources among them, which nobody watches"
	many      = "a resource or a call that may be any number of instances is matched by its address, and not asked how many it is"
	loose     = "a reference that may mean any group or environment ends a search before it is asked for"
)

// falls reports whether a rule finds less than before.
func falls(rule *lint.Rule, known, found map[string]bool) bool {
	for key := range known {
		if strings.HasPrefix(key, rule.ID+" ") && !found[key] {
			return true
		}
	}
	return false
}

// because reports whether a silence is one because of what is forgotten, or names the finding itself: a module that is not read and is
// handed something unknown may declare what is missing.
func because(s lint.Silence) bool {
	return s.Message != "" || slices.ContainsFunc(s.Because, func(r lint.Related) bool { return r.Message == "var.law_unknown has no value" })
}
