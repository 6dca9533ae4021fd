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

// Beside the rules whose good example has objects that the bad one lacks, these say that something is missing.
var aboutMissing = []string{"AUT402", "DOM205", "API605"}

// notMissing are the messages of such rules about what is there.
var notMissing = map[string]*regexp.Regexp{
	"DOM205": regexp.MustCompile("is disabled"),
	"NET104": regexp.MustCompile("rejects the peering"),
	"NET111": regexp.MustCompile("opens for the other protocol"),
}

var resourceBlock = regexp.MustCompile(`(?m)^resource "([^"]+)" "[^"]+" \{\n(?s:.*?)^\}\n`)

// missing returns the resource types of what a rule's good example adds to the bad one, none where it changes anything else.
func missing(rule *lint.Rule) []string {
	var types []string
	rest := rule.Good()
	for _, block := range resourceBlock.FindAllString(rule.Bad(), -1) {
		before, after, ok := strings.Cut(rest, block)
		if !ok {
			return nil
		}
		rest = before + after
	}
	for _, match := range resourceBlock.FindAllStringSubmatch(rest, -1) {
		types = append(types, match[1])
	}
	slices.Sort(types)
	return slices.Compact(types)
}

// TestNewcomersMayBeWhatIsMissing puts objects of which nothing is known beside what lacks one: each may be the one that
// is missing. Beside the bad example, those of the types that the good one adds are enough.
func TestNewcomersMayBeWhatIsMissing(t *testing.T) {
	held := 0
	for _, rule := range rules.All() {
		silent := func(t *testing.T, src linttest.Source) {
			for _, f := range src.Lint(t, []*lint.Rule{rule}).Findings {
				if there := notMissing[rule.ID]; f.Rule == rule && (there == nil || !there.MatchString(f.Message)) {
					t.Errorf("%s: %s", f.Resource, f.Message)
				}
			}
		}
		added := missing(rule)
		if len(added) == 0 && !slices.Contains(aboutMissing, rule.ID) {
			continue
		}
		held++
		t.Run(rule.Name, func(t *testing.T) {
			if len(added) > 0 {
				t.Run("bad example", func(t *testing.T) { silent(t, example(rule, rule.Bad()).WithNewcomers(added...)) })
			}
			for name, src := range linttest.Fixtures(t, fixtures, rule) {
				t.Run(name, func(t *testing.T) { silent(t, src.WithNewcomers(linttest.Kinds()...)) })
			}
		})
	}
	if held < 19 {
		t.Errorf("only %d rules say that something is missing", held)
	}
}
