package linttest

import "testing"

// Sampled reports whether the nth of many long cases runs: every one with -tags laws, one in 16 without. With -short, which
// is for the race detector, it is one in eight of those.
func Sampled(n int) bool {
	if testing.Short() {
		return n%(8*share) == 0
	}
	return n%share == 0
}

// Long skips a test that only runs with -tags laws, as make laws does.
func Long(t *testing.T) {
	t.Helper()
	if share > 1 {
		t.Skip("it takes long: make laws runs it")
	}
}
