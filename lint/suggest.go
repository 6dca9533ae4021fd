package lint

import (
	"fmt"

	"github.com/apiglint/apiglint/schema/definition"
)

// Suggest answers ": did you mean X?" for the name that is nearest to what was written, or nothing.
func Suggest(written string, names []string) string {
	nearest := definition.Nearest(written, names)
	if nearest == "" {
		return ""
	}
	return ": did you mean " + nearest + "?"
}

// Matching answers the rules that a pattern means: an ID, a name, or the beginning of IDs. The error suggests one where
// there is none.
func Matching(rules []*Rule, pattern string) ([]*Rule, error) {
	var found []*Rule
	names := []string{}
	for _, rule := range rules {
		if rule.Matches(pattern) {
			found = append(found, rule)
		}
		names = append(names, rule.Name, rule.ID)
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("there is no rule %q%s", pattern, Suggest(pattern, names))
	}
	return found, nil
}
