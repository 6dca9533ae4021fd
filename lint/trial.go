package lint

import (
	"slices"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/plan"
)

// trial is the search for causes of findings among the changes of a plan, which are numbers here.
type trial struct {
	options Options
	sides   *plan.Sides
	changes *plan.Changes
	all     []int
	planned Counts            // of the findings of the plan
	known   map[string]Counts // of those without some of its changes
	halves  [][2][]int        // the changes by each bit of their numbers
	built   int               // resources in the configurations that were tried
}

func newTrial(o Options, s *plan.Sides) *trial {
	t := &trial{options: o, sides: s, changes: s.Changes(), known: map[string]Counts{}}
	if o.Settings != nil {
		t.options.Settings = func(*schema.Config) *Settings { return o.Settings(s.Planned) }
	}
	for n := range t.changes.Addresses {
		t.all = append(t.all, n)
	}
	for bit := 0; 1<<bit < len(t.all); bit++ {
		var half [2][]int
		for _, n := range t.all {
			half[n>>bit&1] = append(half[n>>bit&1], n)
		}
		t.halves = append(t.halves, half)
	}
	return t
}

// cause returns the fewest changes without which a finding would not be there, none where there are no such. It is false
// where they were too many to try.
func (t *trial) cause(id Identity) (changes []int, ok bool) {
	ok = true
	ends := func(without []int) bool {
		counts, tried := t.without(without)
		ok = ok && tried
		return tried && counts[id] < t.planned[id]
	}
	if len(t.all) == 0 || !ends(t.all) {
		return nil, ok
	}
	if n, only := t.only(ends); only {
		return []int{n}, ok
	}
	changes = fewest(nil, nil, t.all, ends)
	if !ok || !ends(changes) {
		return nil, ok
	}
	return changes, true
}

// only returns the change that ends a finding by itself where it is the only one. Each question halves all changes by a bit
// of their numbers, so that the same few configurations answer for every finding.
func (t *trial) only(ends func([]int) bool) (n int, only bool) {
	for bit, half := range t.halves {
		zero, one := ends(half[0]), ends(half[1])
		if zero == one {
			return 0, false // several do, or several have to be taken together
		}
		if one {
			n |= 1 << bit
		}
	}
	return n, n < len(t.all)
}

// fewest returns the fewest of some items that end something together with others, all of them doing so. It is Junker's
// QuickXplain: the questions grow with the number of items in the answer, and with the logarithm of that of all. Of items
// that do equally well it takes the first.
func fewest(others, added, items []int, ends func([]int) bool) []int {
	switch {
	case len(added) > 0 && ends(others):
		return nil
	case len(items) == 1:
		return items
	}
	first, second := items[:len(items)/2], items[len(items)/2:]
	found := fewest(slices.Concat(others, first), first, second, ends)
	return slices.Concat(fewest(slices.Concat(others, found), found, first, ends), found)
}

// without counts what is found where the plan leaves some of what exists as it is. It is false where that is too much.
func (t *trial) without(changes []int) (Counts, bool) {
	set := make([]byte, len(t.all)/8+1)
	addresses := make([]string, len(changes))
	for i, n := range changes {
		set[n/8] |= 1 << (n % 8)
		addresses[i] = t.changes.Addresses[n]
	}
	if counts, ok := t.known[string(set)]; ok {
		return counts, true
	}
	if t.built += len(t.sides.Planned.Resources); len(t.known) == maxTried || t.built > maxBuilt {
		return nil, false
	}
	counts := CountsOf(check(t.options, t.changes.Without(addresses)).found).Rename(rootless)
	t.known[string(set)] = counts
	return counts, true
}
