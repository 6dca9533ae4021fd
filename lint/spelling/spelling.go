// Package spelling finds the name that was meant by one that does not exist.
package spelling

import (
	"slices"
	"strings"

	"github.com/agext/levenshtein"
)

// Nearest returns the name that was probably meant, good enough for a question: it is the singular or plural, or at most
// two letters differ, or a fifth of them, and less than half. It returns "" if no name is that near.
func Nearest(text string, names []string) string {
	nearest, limit := "", 1+max(2, len(text)/5)
	for _, name := range slices.Sorted(slices.Values(names)) {
		if Singular(name) == text || Singular(text) == name {
			return name
		}
		if d := distance(text, name); d < limit && 2*d < len(text) {
			nearest, limit = name, d
		}
	}
	return nearest
}

// Singular returns a word without the ending of its plural.
func Singular(word string) string {
	if stem, ok := strings.CutSuffix(word, "ies"); ok {
		return stem + "y"
	}
	return strings.TrimSuffix(word, "s")
}

// Certain returns the name that must have been meant, good enough for a fix: it differs from the text in nothing but
// case, or in at most two letters and in less than a third of them, and no other name is as near. It returns "" if
// there is no such name.
func Certain(text string, names []string) string {
	same := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return !strings.EqualFold(name, text) })
	if len(same) > 0 {
		return only(same)
	}
	near := only(slices.DeleteFunc(slices.Clone(names), func(name string) bool { return distance(text, name) > 2 }))
	if 3*distance(text, near) < min(len(text), len(near)) {
		return near
	}
	return ""
}

func only(names []string) string {
	if len(names) != 1 {
		return ""
	}
	return names[0]
}

// Suggestion returns ": did you mean NAME?" with the nearest name, "" if none is near.
func Suggestion(text string, names []string) string {
	if nearest := Nearest(text, names); nearest != "" {
		return ": did you mean " + nearest + "?"
	}
	return ""
}

func distance(a, b string) int {
	return levenshtein.Distance(strings.ToLower(a), strings.ToLower(b), nil)
}
