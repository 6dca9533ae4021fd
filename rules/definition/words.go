package definition

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/apiglint/apiglint/schema/facts"
)

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// quantity writes how many there are of something.
func quantity(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}

// bounds writes the least and the most of something.
func bounds(low, high int) string {
	switch {
	case low == high:
		return "exactly " + strconv.Itoa(low)
	case low <= 0:
		return "at most " + strconv.Itoa(high)
	}
	return strconv.Itoa(low) + " to " + strconv.Itoa(high)
}

// quoted writes a value of an attribute, or of one of its elements, as it stands in HCL.
func quoted(value string, a *facts.Attr) string {
	if a.Elem != nil {
		a = a.Elem
	}
	if a.Type == facts.String {
		return strconv.Quote(value)
	}
	return value
}

// maxShown bounds the values that a message lists: a longer list is for the documentation.
const maxShown = 16

// choices writes the values that an attribute takes: `one of "a", "b", "c"`.
func choices(values []string, a *facts.Attr) string {
	shown := make([]string, 0, len(values))
	for _, v := range values[:min(len(values), maxShown)] {
		shown = append(shown, quoted(v, a))
	}
	if len(values) == 1 {
		return shown[0]
	}
	if len(values) > maxShown {
		shown = append(shown, "…")
	}
	return "one of " + strings.Join(shown, ", ")
}
