package lint

import (
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
)

// Idle says of rules that ran why they had nothing to judge, as a clause, and "" of those that had something.
type Idle map[*Rule]string

// Add takes in what rules did elsewhere: one that had something to judge anywhere was not idle.
func (i Idle) Add(more Idle) {
	for rule, why := range more {
		if was, ran := i[rule]; !ran || was != "" {
			i[rule] = why
		}
	}
}

// Kind is a kind of objects. It reports whether a configuration has any, and returns the types of resources that they are.
type Kind func(c *schema.Config) (types []string, some bool)

// Of is the kind of the objects that have a type.
func Of[T any](c *schema.Config) (types []string, some bool) {
	return schema.TypesOf[T](), len(schema.All[T](c)) > 0
}

// Given is a check that has nothing to judge where a configuration has no object of any of the kinds.
func Given(check func(*Pass), kinds ...Kind) func(*Pass) {
	return func(p *Pass) {
		if p.has(kinds...) {
			check(p)
		}
	}
}

// has reports whether the configuration has an object of one of the kinds, and otherwise says that it has none.
func (p *Pass) has(kinds ...Kind) bool {
	found := false
	var absent []string
	for _, kind := range kinds {
		types, some := kind(p.Config)
		found = found || some
		absent = append(absent, types...)
	}
	if !found {
		p.Idle("there is no " + prose.List(absent, "or"))
	}
	return found
}

// Idle says, as a clause, why the rule has nothing to judge, "" that it has something.
func (p *Pass) Idle(why string) { p.nothing = why }

// idle says why the rule had nothing to judge, "" where it had something, or may have had.
func (p *Pass) idle() string {
	switch {
	case p.Rule.Changes && p.Before == nil:
		return "there is nothing to compare with: no plan, and no --since"
	case p.Rule.Cause == Promise && len(p.judged) == 0:
		return "nothing is expected of calls"
	}
	return p.nothing
}
