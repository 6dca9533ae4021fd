package rules_test

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"github.com/apiglint/apiglint/rules"
)

var fixRow = regexp.MustCompile(`(?m)^\| ([A-Z]{3}\d{3} [a-z-]+) \| [^|]+ \|$`)

// TestFixingPage holds the table of docs/fixing.md to the rules that have a fix, in their order.
func TestFixingPage(t *testing.T) {
	page, err := os.ReadFile("../docs/fixing.md")
	if err != nil {
		t.Fatal(err)
	}
	var rows, fixable []string
	for _, row := range fixRow.FindAllStringSubmatch(string(page), -1) {
		rows = append(rows, row[1])
	}
	for _, rule := range rules.Catalogue() {
		if rule.Fix != "" {
			fixable = append(fixable, rule.ID+" "+rule.Name)
		}
	}
	if !slices.Equal(rows, fixable) {
		t.Errorf("the table has rows for\n%q\nand fixes have\n%q", rows, fixable)
	}
}
