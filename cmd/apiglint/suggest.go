package main

import (
	"strings"

	"github.com/agext/levenshtein"
)

// suggest answers ": did you mean X?" for the name that is nearest to what was written, or nothing.
func suggest(written string, names []string) string {
	best, nearest := 0.6, ""
	for _, name := range names {
		if s := levenshtein.Similarity(strings.ToLower(written), strings.ToLower(name), nil); s > best {
			best, nearest = s, name
		}
	}
	if nearest == "" {
		return ""
	}
	return ": did you mean " + nearest + "?"
}
