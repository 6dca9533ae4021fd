package definition

import (
	"fmt"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
)

// across judges the constraints between resources of one type: that no two agree, and that there are not too many.
func across(c *schema.Config, aspect Aspect, report func(Breach)) {
	for _, resources := range byType(c) {
		for _, constraint := range resources[0].between[aspect] {
			judgeAcross(constraint, resources, report)
		}
	}
}

// siblings are the outermost blocks of resources of one type, sorted by their addresses, so that which one of two equals
// is the first does not depend on where they are written.
type siblings []*site

// byType answers the resources that are certainly there, of one type after the other: one that stands for any number of
// others may be none.
func byType(c *schema.Config) []siblings {
	return schema.Derived(c, func(c *schema.Config) []siblings {
		of := map[string]siblings{}
		sites := sitesOf(c)
		for i, r := range c.Resources {
			if !r.Managed() || r.Symbolic() {
				continue
			}
			s := &sites[i]
			if s.form == nil {
				s = outermost(r)
			}
			of[r.Facts.Name] = append(of[r.Facts.Name], s)
		}
		var all []siblings
		for _, name := range sortedKeys(of) {
			slices.SortStableFunc(of[name], func(a, b *site) int { return strings.Compare(a.resource.Address, b.resource.Address) })
			all = append(all, of[name])
		}
		return all
	})
}

// betweenResources reports whether a constraint is about several resources of its type.
func betweenResources(c *facts.Constraint) bool {
	return c.Kind == "max_count" || c.Kind == "unique" && !strings.Contains(c.Attrs[0], ".")
}

func acrossAspect(c *facts.Constraint) Aspect {
	if c.Kind == "max_count" {
		return Range
	}
	return uniqueAspect(c)
}

func judgeAcross(c *facts.Constraint, resources siblings, report func(Breach)) {
	cl := &clause{Constraint: c}
	seen := map[string][]*schema.Resource{}
	for _, s := range resources {
		r := s.resource
		settings := cl.settings(s, c.Attrs)
		key, ok := identity(settings)
		if !ok {
			continue
		}
		before := seen[key]
		seen[key] = append(before, r)
		if len(before) < max(c.Max, 1) {
			continue
		}
		b := Breach{Subject: r, At: settings[0].own(), Inferred: c.Confidence != ""}
		if c.Kind == "max_count" {
			b.Message = fmt.Sprintf("%s is one of %d with the same %s: %s", r, len(before)+1, list(c.Attrs, "and"), c.Rule)
		} else {
			b.Message = fmt.Sprintf("%s has the same %s as %s: %s", r, list(c.Attrs, "and"), before[0], c.Rule)
		}
		b.Related = []Related{{At: before[0].Range(), Message: before[0].String() + " is here"}}
		report(b)
	}
}
