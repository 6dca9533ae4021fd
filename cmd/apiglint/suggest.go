package main

import (
	"strings"

	"github.com/agext/levenshtein"
)

// suggest answers ": did you mean X?" for the name that is nearest to what was written, or nothing.
func suggest(written string, names []string) string {
	best, nearest := max(2, len(written)/3)+1, ""
	for _, name := range names {
		if d := levenshtein.Distance(strings.ToLower(written), strings.ToLower(name), nil); d < best {
			best, nearest = d, name
		}
	}
	if nearest == "" {
		return ""
	}
	return ": did you mean " + nearest + "?"
}
