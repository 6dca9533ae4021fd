package definition

import (
	"fmt"
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
	var keys []string // in the order of the first of each
	groups := map[string]siblings{}
	for _, b := range resources {
		key, ok := identity(ch.distinguishing(b))
		if !ok {
			continue
		}
		if groups[key] == nil {
			keys = append(keys, key)
		}
		groups[key] = append(groups[key], b)
	}
	for _, key := range keys {
		equal := groups[key]
		if c.Kind == "max_count" {
			ch.tooMany(p, equal)
			continue
		}
		for _, b := range equal[1:] {
			states := ch.distinguishing(b)
			names := paths(states)
			p.ReportLevelf(levelOf(p, c), b.resource, lint.At(states[0].own()), "%s has the same %s as %s: %s",
				b.resource, prose.List(names, "and"), equal[0].resource, ch.consequence()).
				Remedyf("remove %s, or change its %s", b.resource, prose.List(names, "or")).
				Relate(equal[0].resource.Range(), "%s is here", equal[0].resource)
		}
	}
}

// distinguishing returns the states of the constraint's attributes, without those that the provider fills in: where
// none of several resources writes one, they agree in it.
func (ch *check) distinguishing(b *blockContext) []*attributeState {
	return slices.DeleteFunc(ch.lookup(b, ch.Attrs), func(s *attributeState) bool { return s.state == unset && s.attr.Computed })
}

// owner is the address of what several resources belong to.
type owner string

func (o owner) String() string { return string(o) }

// tooMany reports, once, that there are more resources than a quota allows.
func (ch *check) tooMany(p *lint.Pass, equal siblings) {
	if len(equal) <= ch.Max {
		return
	}
	first, surplus, names := equal[0].resource, equal[ch.Max], prose.List(ch.Attrs, "and")
	shared := ch.lookup(surplus, ch.Attrs)[0]
	var subject lint.Subject = surplus.resource
	what := fmt.Sprintf("is one of %d with the same %s", len(equal), names)
	if origin, ok := schema.SingleOrigin(shared.raw()); ok {
		// The same one, whichever of them there are too many of.
		subject, what = owner(origin.Instance.Address), fmt.Sprintf("has %d %s with the same %s", len(equal), surplus.resource.Facts.Name, names)
	}
	p.ReportLevelf(levelOf(p, ch.Constraint), subject, lint.At(shared.own()), "%s %s, and the quota is %d: %s", subject, what, ch.Max, ch.consequence()).
		Remedyf("keep at most %d with the same %s, or have the quota raised", ch.Max, names).
		Relate(first.Range(), "%s is here", first)
}
