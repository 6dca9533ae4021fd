package lint

import (
	"maps"
	"slices"

	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/trace"
)

// Absent is an address that a call or an expectation names and that no configuration has.
type Absent struct {
	Address string

	kind, suggestion string
}

func (a Absent) Error() string { return "there is no " + a.kind + " " + a.Address + a.suggestion }

// Absents returns what is named, each with its kind as [trace.Call.Named] returns it, and what none of the configurations has, by address.
func Absents(named map[string]string, configs ...*schema.Config) []Absent {
	var all []Absent
	for _, name := range slices.Sorted(maps.Keys(named)) {
		if slices.ContainsFunc(configs, func(c *schema.Config) bool { return trace.Has(c, named[name], name) }) {
			continue
		}
		var names []string
		for _, c := range configs {
			names = append(names, trace.Addresses(c, named[name])...)
		}
		all = append(all, Absent{name, named[name], spelling.Suggestion(name, names)})
	}
	return all
}
