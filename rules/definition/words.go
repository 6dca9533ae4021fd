package definition

import (
	"slices"
	"strconv"
	"strings"
)

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// list writes "a", "a and b", "a, b and c".
func list(items []string, and string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " " + and + " " + items[last]
}

// maxShown bounds the values that a message lists: a longer list is for the documentation.
const maxShown = 16

// choices writes the values that an argument takes, as they stand in HCL.
func choices(values []string, quote bool) string {
	shown := make([]string, 0, len(values))
	for _, v := range values[:min(len(values), maxShown)] {
		if quote {
			v = strconv.Quote(v)
		}
		shown = append(shown, v)
	}
	if len(values) > maxShown {
		return strings.Join(shown, ", ") + ", …"
	}
	return list(shown, "or")
}
