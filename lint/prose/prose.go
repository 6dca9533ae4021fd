// Package prose puts lists and numbers into sentences.
package prose

import (
	"fmt"
	"slices"
	"strings"
)

// List joins items with a word before the last one: "a", "a and b", "a, b and c".
func List(items []string, word string) string {
	last := len(items) - 1
	if last < 1 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:last], ", ") + " " + word + " " + items[last]
}

// Agree returns the word that goes with a number of things.
func Agree(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// Count returns a number with what it counts: 1 file, 2 files.
func Count(n int, one, many string) string {
	return fmt.Sprintf("%d %s", n, Agree(n, one, many))
}

// most is how many items Some lists: more would hide the rest of the sentence.
const most = 4

// Some joins items like List, each of them once, and counts those that would make the list too long.
func Some(items []string, word string) string {
	var once []string
	for _, item := range items {
		if !slices.Contains(once, item) {
			once = append(once, item)
		}
	}
	if more := len(once) - most; more > 1 {
		once = append(once[:most], fmt.Sprintf("%d others", more))
	}
	return List(once, word)
}
