package lint

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/plan"
)

// maxTried and maxBuilt bound how long causes are looked for: in how many configurations, and with how many resources in
// all of them together. Nothing is timed, so that the same plan always gets the same answer.
const (
	maxTried = 200
	maxBuilt = 100_000
)

// Explain lets findings that a plan introduces name their cause: the fewest of its changes to what exists without which a
// finding would not be there. They are found by trial: what the plan would make without some of its changes is checked.
// Where a finding would be there in any case, because what the plan creates is wrong, nothing is named, nor for rules that
// are about changes, which name them themselves. It returns how many findings were given up, because there was too much
// to try.
func (r *Review) Explain(o Options, s *plan.Sides) (givenUp int) {
	introduced := slices.DeleteFunc(slices.Clone(r.Introduced), func(f *Finding) bool { return f.Rule.Changes })
	if len(introduced) == 0 {
		return 0
	}
	t := newTrial(o.reviewing(s.Prior, s.Planned), s)
	t.planned = CountsOf(slices.Concat(introduced, r.Unchanged)).Rename(rootless)
	t.options.Rules = slices.DeleteFunc(slices.Clone(o.Rules), func(rule *Rule) bool {
		return !slices.ContainsFunc(introduced, func(f *Finding) bool { return f.Rule == rule })
	})
	if !slices.ContainsFunc(introduced, func(f *Finding) bool { return f.Rule.Cause == Promise }) {
		t.options.held = toNothing
	}
	for _, f := range introduced {
		causes := map[int]bool{}
		tried := true
		for _, single := range f.instances() {
			found, ok := t.cause(rootless(single.identity()))
			tried = tried && ok
			for _, n := range found {
				causes[n] = true
			}
		}
		if !tried {
			givenUp++
		}
		f.because(causes, t.changes)
	}
	return givenUp
}

// because adds to a finding which changes of a plan introduce it, and where they are.
func (f *Finding) because(causes map[int]bool, c *plan.Changes) {
	var clauses []string
	for _, act := range []schema.Act{schema.Delete, schema.Replace, schema.Update} {
		var names []string
		for n, address := range c.Addresses {
			if change := c.Acts[address]; causes[n] && change.Act == act {
				names = append(names, address+change.Detail())
				f.Relate(c.Place(address), "this plan %s %s", act.Verb(), address)
			}
		}
		if len(names) > 0 {
			clauses = append(clauses, act.Verb()+" "+prose.Some(names, "and"))
		}
	}
	if len(clauses) > 0 {
		because := ", because this plan "
		if strings.Contains(f.Message, " because ") { // of something else
			because = "; the cause is that this plan "
		}
		f.Message += because + prose.List(clauses, "and")
	}
}

// rootless returns an identity within a plan, which has one root.
func rootless(id Identity) Identity {
	id.Root = ""
	return id
}
