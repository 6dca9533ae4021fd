package rules

import (
	"embed"

	"github.com/apiglint/apiglint/lint"
)

// texts has what is said about the rules, a folder for each: see [lint.Rule.Files].
//
//go:embed texts
var texts embed.FS

// withTexts gives rules their texts.
func withTexts(rules []*lint.Rule) []*lint.Rule {
	for _, rule := range rules {
		rule.Files = texts
	}
	return rules
}
