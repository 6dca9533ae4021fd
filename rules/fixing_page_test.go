package rules_test

import (
	"os"
	"regexp"
	"testing"

	"github.com/apiglint/apiglint/rules"
)

var fixRow = regexp.MustCompile(`(?m)^\| ([A-Z]{3}\d{3}) ([a-z-]+) \| (yes|no) \| [^|]+ \|$`)

// TestFixingPage holds the table of docs/fixing.md against the rules: each has a row, in their order, that says whether
// there is a fix.
func TestFixingPage(t *testing.T) {
	page, err := os.ReadFile("../docs/fixing.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := fixRow.FindAllStringSubmatch(string(page), -1)
	all := rules.Catalogue()
	if len(rows) != len(all) {
		t.Errorf("the table has %d rows, and there are %d rules", len(rows), len(all))
	}
	for i, rule := range all {
		if i >= len(rows) || rows[i][1] != rule.ID || rows[i][2] != rule.Name {
			t.Fatalf("row %d of the table is not %s %s", i+1, rule.ID, rule.Name)
		}
		if (rows[i][3] == "yes") != (rule.Fix != "") {
			t.Errorf("%s: the page says %s, and the rule says %q", rule.ID, rows[i][3], rule.Fix)
		}
	}
}
