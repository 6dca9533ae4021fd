package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/spf13/pflag"
)

// TestCompleteKnows holds that what help calls the values of flags and the arguments is known to completion, or that
// nobody but the user can know it.
func TestCompleteKnows(t *testing.T) {
	onlyUser := []string{"NAME", "NAME=VALUE", "REV", "DATE", "HEADER"}
	for _, s := range subcommands() {
		set, _ := s.define()
		known := func(what, names string) {
			suggestions, which := placeholder(names, "", "")
			if len(suggestions) == 0 && which == noPaths && names != "" && !slices.Contains(onlyUser, names) {
				t.Errorf("%s: nothing is suggested for %s, which help calls %s", s.name, what, names)
			}
		}
		known("its arguments", strings.Trim(s.args, "[].")) // [PATH...]
		set.VisitAll(func(f *pflag.Flag) {
			name, _ := pflag.UnquoteUsage(f)
			if slices.Contains([]string{"string", "strings", "int", "duration"}, name) {
				t.Errorf("%s: the value of --%s has no name between backquotes", s.name, f.Name)
			}
			known("--"+f.Name, name)
		})
	}
}
