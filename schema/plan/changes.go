package plan

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema"
)

// Changes are what a plan does to objects that exist and that rules may see.
type Changes struct {
	// Addresses are those of the objects. What others of them refer to comes first, and then what the plan destroys.
	Addresses []string
	// Acts says what the plan does, by address.
	Acts map[string]schema.Change

	sides *Sides
	// needs are the objects that an object names by an id that the plan takes away.
	needs map[string][]string
}

// Changes returns what the plan destroys, replaces and updates.
func (s *Sides) Changes() *Changes {
	c := &Changes{Acts: map[string]schema.Change{}, sides: s, needs: map[string][]string{}}
	will := map[string]*object{}
	for _, o := range s.after {
		will[o.address] = o
	}
	gone := map[string]string{} // addresses by id
	for _, o := range s.before {
		if o.mode == "data" || !knownType(o.mode, o.typ) {
			continue
		}
		change := schema.Change{Act: schema.Delete}
		if new := will[o.address]; new != nil {
			change = *new.change
		}
		if change.Act == schema.NoOp {
			continue
		}
		c.Addresses, c.Acts[o.address] = append(c.Addresses, o.address), change
		if change.Act != schema.Update {
			for _, id := range identities(o) {
				gone[id] = o.address
			}
		}
	}
	for _, o := range s.before {
		if _, changed := c.Acts[o.address]; changed && len(gone) > 0 {
			eachText(o.value, func(text string) {
				if needed := gone[text]; needed != "" {
					c.needs[o.address] = append(c.needs[o.address], needed)
				}
			})
		}
	}
	size := map[string]int{}
	for _, address := range c.Addresses {
		size[address] = len(c.withNeeds(address))
	}
	slices.SortStableFunc(c.Addresses, func(a, b string) int {
		return cmp.Or(cmp.Compare(size[a], size[b]), cmp.Compare(c.Acts[b].Act, c.Acts[a].Act))
	})
	return c
}

func eachText(v any, visit func(text string)) {
	switch v := v.(type) {
	case string:
		visit(v)
	case []any:
		for _, item := range v {
			eachText(item, visit)
		}
	case map[string]any:
		for _, item := range v {
			eachText(item, visit)
		}
	}
}

// withNeeds returns objects with those that they need, and so on.
func (c *Changes) withNeeds(addresses ...string) map[string]bool {
	all := map[string]bool{}
	for next := slices.Clone(addresses); len(next) > 0; {
		address := next[len(next)-1]
		next = next[:len(next)-1]
		if !all[address] {
			all[address] = true
			next = append(next, c.needs[address]...)
		}
	}
	return all
}

// Without returns what would be if the plan left some objects as they are. What they name by an id that the plan takes away
// is left, too: otherwise it would not be known what they belong to, and what is not known makes rules silent.
func (c *Changes) Without(addresses []string) *schema.Config {
	left := c.withNeeds(addresses...)
	s := c.sides
	after := slices.DeleteFunc(slices.Clone(s.after), func(o *object) bool { return left[o.address] || o.old != nil && left[o.old.address] })
	for _, o := range s.before {
		if left[o.address] {
			stays := *o
			stays.same, stays.change = o, &schema.Change{}
			after = append(after, &stays)
		}
	}
	slices.SortStableFunc(after, func(a, b *object) int { return strings.Compare(a.address, b.address) })
	return s.plan.config(s.sources, after, mirrorsIn(s.before, after))()
}

// Place returns where the sources have what the plan changes, the argument if it is a single one. It has no file where they
// do not have it any more, or are not at hand.
func (c *Changes) Place(address string) hcl.Range {
	for _, side := range []*schema.Config{c.sides.Planned, c.sides.Prior} {
		for _, r := range side.Resources {
			if r.Address != address {
				continue
			}
			if changed := c.Acts[address].Arguments; len(changed) == 1 {
				if arg := r.Block.Arg(changed[0]); arg != nil {
					return arg.Range()
				}
			}
			return r.Range()
		}
	}
	return hcl.Range{}
}
