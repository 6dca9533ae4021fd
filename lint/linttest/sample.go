package linttest

import "testing"

// Sampled reports whether the nth of many long cases runs: every one with -tags laws, one in eight without.
func Sampled(n int) bool { return n%share == 0 }

// Long skips a test that only runs with -tags laws, as make laws does.
func Long(t *testing.T) {
	t.Helper()
	if share > 1 {
		t.Skip("it takes long: make laws runs it")
	}
}
