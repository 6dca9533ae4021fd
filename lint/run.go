package lint

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
)

// Result is what a run found.
type Result struct {
	// Findings are sorted, and one for each defect.
	Findings []*Finding
	// Suppressed are the findings that comments in the configuration take out.
	Suppressed []*Finding
}

// Run checks configurations with the rules. What several of them share (a module that more than one root calls) is
// reported once.
func Run(rules []*Rule, configs ...*schema.Config) Result {
	var found []*Finding
	for _, c := range configs {
		found = append(found, check(rules, c)...)
	}
	found = merge(found)
	settle(configs, found)
	return suppress(files(configs), found, rules)
}

// check answers what the rules find, one by one.
func check(rules []*Rule, c *schema.Config) []*Finding {
	var found []*Finding
	for _, rule := range rules {
		p := &Pass{Config: c, Rule: rule}
		rule.Check(p)
		found = append(found, p.findings...)
	}
	return found
}

// files answers the files that the configurations were read from, each once, by name.
func files(configs []*schema.Config) []*terraform.File {
	byName := map[string]*terraform.File{}
	for _, c := range configs {
		for _, f := range c.Root.Files() {
			byName[f.Name] = f
		}
	}
	all := make([]*terraform.File, 0, len(byName))
	for _, f := range byName {
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b *terraform.File) int { return strings.Compare(a.Name, b.Name) })
	return all
}
