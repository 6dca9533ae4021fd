package definition

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
)

// constraintsBetween checks the constraints between resources of one type: that no two agree, and that there are not too
// many.
func constraintsBetween(p *lint.Pass, aspect Aspect) {
	for _, resources := range byType(p.Config) {
		for _, c := range resources[0].between[aspect] {
			checkBetween(p, c, resources)
		}
	}
}

// siblings are the outermost blocks of resources of one type, sorted by their addresses, so that which one of two equals
// is the first does not depend on where they are written.
type siblings []*blockContext

// byType returns the resources that are certainly there, of one type after the other: one that stands for any number of
// others may be none.
func byType(c *schema.Config) []siblings {
	return schema.Derived(c, func(c *schema.Config) []siblings {
		of := map[string]siblings{}
		blocks := blocksOf(c)
		for i, r := range c.Resources {
			if !r.Managed() || r.Symbolic() {
				continue
			}
			b := &blocks[i]
			if b.shape == nil {
				b = outermost(r)
			}
			of[r.Facts.Name] = append(of[r.Facts.Name], b)
		}
		var all []siblings
		for _, name := range sortedKeys(of) {
			slices.SortStableFunc(of[name], func(a, b *blockContext) int { return strings.Compare(a.resource.Address, b.resource.Address) })
			all = append(all, of[name])
		}
		return all
	})
}

// betweenResources reports whether a constraint is about several resources of its type.
func betweenResources(c *facts.Constraint) bool {
	return c.Kind == "max_count" || c.Kind == "unique" && !strings.Contains(c.Attrs[0], ".")
}

func aspectBetween(c *facts.Constraint) Aspect {
	if c.Kind == "max_count" {
		return Range
	}
	return uniqueAspect(c)
}

func checkBetween(p *lint.Pass, c *facts.Constraint, resources siblings) {
	ch := &check{Constraint: c}
	names := prose.List(c.Attrs, "and")
	seen := map[string][]*schema.Resource{}
	for _, b := range resources {
		r := b.resource
		states := ch.lookup(b, c.Attrs)
		key, ok := identity(states)
		if !ok {
			continue
		}
		before := seen[key]
		seen[key] = append(before, r)
		if len(before) < max(c.Max, 1) {
			continue
		}
		level, at := levelOf(p, c), lint.At(states[0].own())
		if c.Kind == "max_count" {
			p.ReportLevelf(level, r, at, "%s is one of %d with the same %s, and there can be %d: %s", r, len(before)+1, names, c.Max, ch.consequence()).
				Remedyf("keep at most %d with this %s", c.Max, names).
				Relate(before[0].Range(), "%s is here", before[0])
			continue
		}
		p.ReportLevelf(level, r, at, "%s has the same %s as %s: %s", r, names, before[0], ch.consequence()).
			Remedyf("remove %s, or change its %s", r, prose.List(c.Attrs, "or")).
			Relate(before[0].Range(), "%s is here", before[0])
	}
}
