package prose_test

import (
	"testing"

	"github.com/apiglint/apiglint/lint/prose"
)

func TestSome(t *testing.T) {
	for want, items := range map[string][]string{
		"":                        nil,
		"a":                       {"a", "a"},
		"a and b":                 {"a", "b", "a"},
		"a, b, c, d and e":        {"a", "b", "c", "d", "e"},
		"a, b, c, d and 2 others": {"a", "b", "c", "d", "e", "f"},
	} {
		if got := prose.Some(items, "and"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
