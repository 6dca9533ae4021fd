package definition

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
)

// Aspect is what is wrong where a constraint does not hold, and so which rule reports it.
type Aspect int

// The aspects. A constraint that the provider accepts without effect is always Ignored, whatever it is about.
const (
	Missing   Aspect = iota + 1 // something that is not set has to be
	Invalid                     // a value does not go with another, or not at all
	Range                       // a number is too small or too large, or there are too many
	Conflict                    // arguments that do not go together, or only together
	Duplicate                   // a name that is taken
	Ignored                     // accepted, and without effect
)

// Clauses finds where the constraints do not hold in one aspect: those in the tables, and those that the provider's
// schema states at the attributes.
func Clauses(aspect Aspect) Part {
	return func(c *schema.Config, report func(Breach)) {
		eachSite(c, func(s *site) {
			if !s.resource.Managed() {
				return // of data sources the tables have no constraints
			}
			for _, cl := range s.clauses[aspect] {
				if involved := cl.judge(cl, s); involved != nil {
					report(cl.breach(s, involved))
				}
			}
		})
		across(c, aspect, report)
	}
}

// clause is one thing that a constraint says, of one block type.
type clause struct {
	*facts.Constraint
	aspect Aspect
	// scope is the block of the constraint's Scope that the clause is about, "" if it has none.
	scope string
	// home is the path of the blocks that the clause is judged in, one at a time.
	home  string
	judge judge
}

// judge answers the settings that together break a clause, and nil where it holds or nothing is certain.
type judge func(cl *clause, s *site) []*setting

// compile answers the clauses of a constraint: none if it is not interpreted one resource at a time.
func compile(t *facts.Type, c *facts.Constraint) []*clause {
	scopes := c.Scope
	if len(scopes) == 0 {
		scopes = []string{""}
	}
	var clauses []*clause
	for _, scope := range scopes {
		for _, part := range partsOf(c) {
			cl := &clause{Constraint: c, aspect: part.aspect, scope: scope, judge: part.judge}
			if c.CaughtBy == "never" {
				cl.aspect = Ignored
			}
			cl.home = cl.homeIn(t)
			if part.apartFromBlock {
				cl.home = parent(cl.home)
			}
			clauses = append(clauses, cl)
		}
	}
	return clauses
}

// clausePart is how a constraint is judged in one aspect.
type clausePart struct {
	aspect Aspect
	judge  judge
	// apartFromBlock: it is judged in the block around the attributes' own.
	apartFromBlock bool
}

// partsOf reads a constraint by its kind.
func partsOf(c *facts.Constraint) []clausePart {
	if c.If != nil {
		return conditional(c)
	}
	switch c.Kind {
	case "exclusive":
		return []clausePart{{aspect: Conflict, judge: several}}
	case "exactly_one_of":
		return []clausePart{{aspect: Conflict, judge: several}, {aspect: Conflict, judge: none}}
	case "at_least_one_of":
		return []clausePart{{aspect: Conflict, judge: none}}
	case "conflicts", "useless_with":
		return []clausePart{{aspect: Conflict, judge: firstWithAnother}}
	case "required_together":
		return []clausePart{{aspect: Conflict, judge: someNotAll}}
	case "required_with":
		return []clausePart{{aspect: Conflict, judge: withoutLast}}
	case "le", "lt":
		return []clausePart{{aspect: Range, judge: misordered}}
	case "range":
		if c.Max > 0 {
			return []clausePart{{aspect: Range, judge: longMask}}
		}
	case "cross_field":
		if c.Op == "in" {
			return []clausePart{{aspect: Invalid, judge: outside}}
		}
	case "cross_resource":
		if c.Op == "in" {
			return []clausePart{{aspect: Invalid, judge: outside}}
		}
		if len(c.RefersTo) > 0 && strings.HasSuffix(c.Attrs[0], "_ids") {
			return []clausePart{{aspect: Invalid, judge: foreign}}
		}
	case "format":
		if c.Pattern != "" {
			return []clausePart{{aspect: Invalid, judge: unmatched}}
		}
	case "forbidden_value":
		if c.Values != nil || c.Pattern != "" {
			return []clausePart{{aspect: Invalid, judge: listed}}
		}
	case "ignored":
		return []clausePart{{aspect: Ignored, judge: written}}
	case "unique":
		if strings.Contains(c.Attrs[0], ".") {
			return []clausePart{{aspect: uniqueAspect(c), judge: repeated, apartFromBlock: true}}
		}
	}
	return nil
}

// conditional reads a constraint with conditions: each part of its consequence is a clause.
func conditional(c *facts.Constraint) []clausePart {
	var parts []clausePart
	add := func(has bool, aspect Aspect, consequence judge) {
		if has {
			parts = append(parts, clausePart{aspect: aspect, judge: whenever(consequence)})
		}
	}
	valuesAspect := Conflict
	switch c.Kind {
	case "pattern_if", "forbidden_value", "cross_resource":
		valuesAspect = Invalid
	case "range":
		valuesAspect = Range
	}
	add(len(c.Then.Required) > 0, Missing, lacking)
	add(len(c.Then.Forbidden) > 0, Conflict, forbidden)
	add(len(c.Then.Allowed) > 0, valuesAspect, notAllowed)
	add(len(c.Then.Denied) > 0, valuesAspect, denied)
	add(len(c.Then.EachOf) > 0, Invalid, notEach)
	add(len(c.Then.Format) > 0, Invalid, misformatted)
	return parts
}

func uniqueAspect(c *facts.Constraint) Aspect {
	switch {
	case c.CaughtBy == "never":
		return Ignored
	case c.Attrs[0] == "name" || strings.HasSuffix(c.Attrs[0], ".name"):
		return Duplicate
	}
	return Conflict
}

// at is where an attribute of the constraint stands from the top of the resource.
func (cl *clause) at(attr string) string {
	if cl.scope == "" {
		return attr
	}
	if name := cl.scope[strings.LastIndexByte(cl.scope, '.')+1:]; below(attr, name) {
		return cl.scope + attr[len(name):]
	}
	return attr
}

// homeIn answers the innermost block that the attributes of the clause stand in.
func (cl *clause) homeIn(t *facts.Type) string {
	home := ""
	for _, attr := range cl.Attrs {
		if block := blockOf(t, cl.at(attr)); len(block) > len(home) {
			home = block
		}
	}
	return home
}

// blockOf answers the path of the block that an attribute stands in: what goes on behind a reference is no block.
func blockOf(t *facts.Type, path string) string {
	block := ""
	for i, c := range path {
		if c != '.' {
			continue
		}
		if a := t.At(path[:i]); a == nil || !a.Block {
			break
		}
		block = path[:i]
	}
	return block
}

// breach says what the settings of a broken clause are, and then the rule in the words of the tables.
func (cl *clause) breach(s *site, involved []*setting) Breach {
	involved = cl.sorted(involved)
	fact := describe(involved)
	if cl.Kind == "unique" {
		fact += " twice"
	}
	b := Breach{
		Subject: s.resource, At: s.block.Header(), Inferred: cl.Confidence != "",
		Message: s.resource.String() + " has " + fact + ": " + cl.Rule,
		Mend:    cl.mend(s, involved),
	}
	first := true
	for _, f := range involved {
		at := cl.placeOf(f)
		if f.written() || f.through() != nil {
			if first {
				b.At, first = at, false
			} else if at != b.At {
				b.Related = append(b.Related, Related{At: at, Message: f.path() + " is here"})
			}
		}
		if f.through() != nil {
			b.Related = append(b.Related, Related{At: f.own(), Message: f.path() + " is said here"})
		}
	}
	return b
}

// placeOf is where a setting is pointed at: its value if that is what is wrong, its name if it should not be there.
func (cl *clause) placeOf(f *setting) hcl.Range {
	if cl.aspect == Conflict || cl.aspect == Ignored {
		return f.header()
	}
	return f.place()
}

// sorted puts settings into the order of the constraint's attributes, which begins with the one to report at.
func (cl *clause) sorted(involved []*setting) []*setting {
	place := func(f *setting) int {
		for i, attr := range cl.Attrs {
			if cl.at(attr) == f.path() {
				return i
			}
		}
		return len(cl.Attrs)
	}
	out := slices.Clone(involved)
	slices.SortStableFunc(out, func(a, b *setting) int { return cmp.Compare(place(a), place(b)) })
	return slices.CompactFunc(out, func(a, b *setting) bool { return a.path() == b.path() && a.own() == b.own() })
}

// describe writes settings: `type = "aes" and no algorithm`.
func describe(involved []*setting) string {
	var there, lacking []string
	for _, f := range involved {
		if f.state == unset {
			lacking = append(lacking, "no "+f.path())
		} else {
			there = append(there, f.String())
		}
	}
	return list(append(there, lacking...), "and")
}

// String writes a setting with its value, where that is short and no secret: a number, a truth value, one of a few.
func (f *setting) String() string {
	text, ok := f.printed()
	if !ok || f.secret() || (len(f.attr.Enum) == 0 && f.attr.Type == facts.String) {
		return f.path()
	}
	if f.attr.Type == facts.String {
		text = `"` + text + `"`
	}
	return f.path() + " = " + text
}
