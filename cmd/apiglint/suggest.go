package main

import "github.com/apiglint/apiglint/lint"

// suggest answers ": did you mean X?" for the name that is nearest to what was written, or nothing.
func suggest(written string, names []string) string { return lint.Suggest(written, names) }
