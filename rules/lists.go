package rules

import (
	"fmt"
	"strings"
)

// distinct removes what is listed twice, and keeps the order.
func distinct(names []string) []string {
	seen := map[string]bool{}
	var once []string
	for _, name := range names {
		if !seen[name] {
			seen[name] = true
			once = append(once, name)
		}
	}
	return once
}

// maxListed is how many names a message lists at most.
const maxListed = 4

// listed joins names for a message with a word, each once, and counts those that would make it too long.
func listed(names []string, word string) string {
	names = distinct(names)
	if more := len(names) - maxListed; more > 1 {
		return fmt.Sprintf("%s %s %d others", strings.Join(names[:maxListed], ", "), word, more)
	}
	return strings.Join(names, " "+word+" ")
}
