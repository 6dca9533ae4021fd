package lint

import (
	"maps"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform/address"
	"github.com/apiglint/apiglint/schema/trace"
)

// Absent is an address that a call or an expectation names and that no configuration has.
type Absent struct {
	Address string

	kind, suggestion string
}

func (a Absent) Error() string { return "there is no " + a.kind + " " + a.Address + a.suggestion }

// Absents returns what is named, each with its kind as [trace.Call.Named] returns it, and what none of the configurations has, by address.
// What was not read may have any address, and an instance that stands for any number of them has every key.
func Absents(named map[string]string, configs ...*schema.Config) []Absent {
	var all []Absent
	for _, name := range slices.Sorted(maps.Keys(named)) {
		var names []string
		open := false
		for _, c := range configs {
			names = append(names, trace.Addresses(c, named[name])...)
			open = open || c.Root.Open
		}
		is := func(other string) bool {
			return other == name || strings.Contains(other, "[*]") && address.WithoutKeys(other) == address.WithoutKeys(name)
		}
		if !open && !slices.ContainsFunc(names, is) {
			all = append(all, Absent{name, named[name], spelling.Suggestion(name, names)})
		}
	}
	return all
}
