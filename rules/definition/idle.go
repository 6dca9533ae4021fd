package definition

import (
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// takenByProvider is why there is nothing to judge in a plan: what the provider refuses has no plan.
const takenByProvider = "the provider has taken what is planned"

// judges reports whether a rule has something to judge: a block for which that holds. Otherwise it says why not.
func judges(p *lint.Pass, nothing string, any func(*blockContext) bool) bool {
	all := blocksOf(p.Config)
	for i := range all {
		if all[i].shape != nil && all[i].any(any) {
			return true
		}
	}
	p.Idle(nothing)
	return false
}

// any reports whether something holds of the block or of one in it.
func (b *blockContext) any(holds func(*blockContext) bool) bool {
	return holds(b) || slices.ContainsFunc(b.inner, func(inner blockContext) bool { return inner.any(holds) })
}

// concerns reports whether a constraint in the aspect is about the block.
func (a Aspect) concerns(b *blockContext) bool {
	return b.resource.Managed() && len(b.checks[a])+len(b.between[a]) > 0
}

// sets reports whether the block sets an attribute for which something holds.
func (b *blockContext) sets(holds func(*attribute) bool) bool {
	return slices.ContainsFunc(b.states, func(s attributeState) bool { return holds(s.attr) })
}

// everything is of every block that the facts know.
func everything(*blockContext) bool { return true }

// noResource is why there is nothing to judge where there is no block at all.
const noResource = "there is no resource or data source whose type the tables know"

var noConstraint = map[Aspect]string{
	Conflict: "no resource has arguments that exclude or need each other",
	Ignored:  "no resource has arguments without effect",
}

// leads returns how many arguments of the block are written that may lead to a gateway.
func (b *blockContext) leads() int {
	n := 0
	for i := range b.states {
		if s := &b.states[i]; s.arg != nil && (s.attr.target != nothing || s.attr.Name == "instance_id") {
			n++
		}
	}
	return n
}

// twoNamed reports whether there are two resources whose names may be the same one.
func twoNamed(c *schema.Config) bool {
	return slices.ContainsFunc(byType(c), func(same siblings) bool {
		return len(same) > 1 && (named[same[0].of.Name] != "" || len(same[0].between[Duplicate]) > 0)
	})
}
