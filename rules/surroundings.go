package rules

import (
	_ "embed"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema/terraform/memory"
)

// surroundings is the configuration that the examples of the rules stand in. They may refer to what it declares, and
// no rule fires on it.
//
//go:embed surroundings.tf
var surroundings string

// Example returns an example of a rule and what it stands in, as files of a root module. For a rule about changes the
// directory "before" has what was applied.
func Example(rule *lint.Rule, example string) memory.FS {
	files := memory.FS{"example.tf": []byte(example), "surroundings.tf": around(example)}
	if rule.Changes {
		before := rule.Before()
		files["before/example.tf"], files["before/surroundings.tf"] = []byte(before), around(before)
	}
	return files
}

// around returns the surroundings without the blocks that an example has itself: those with the same first line.
func around(example string) []byte {
	var kept strings.Builder
	for block := range strings.SplitAfterSeq(surroundings, "\n}\n") {
		header := block
		for strings.HasPrefix(header, "#") || strings.HasPrefix(header, "\n") {
			_, header, _ = strings.Cut(header, "\n")
		}
		header, _, _ = strings.Cut(header, "\n")
		if header == "" || !strings.Contains("\n"+example, "\n"+header+"\n") {
			kept.WriteString(block)
		}
	}
	return []byte(kept.String())
}
