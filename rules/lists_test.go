package rules

import "testing"

func TestListed(t *testing.T) {
	for want, names := range map[string][]string{
		"":                          nil,
		"a":                         {"a", "a"},
		"a and b":                   {"a", "b", "a"},
		"a and b and c and d and e": {"a", "b", "c", "d", "e"},
		"a, b, c, d and 2 others":   {"a", "b", "c", "d", "e", "f"},
	} {
		if got := listed(names, "and"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
