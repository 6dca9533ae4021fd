package definition

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
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

// Constraints returns a check that finds where constraints do not hold in one aspect: those in the facts, and those that
// the provider's schema states at the attributes.
func Constraints(aspect Aspect) func(*lint.Pass) {
	return func(p *lint.Pass) {
		if judges(p, noConstraint[aspect], aspect.concerns) {
			constraints(p, aspect)
		}
	}
}

func constraints(p *lint.Pass, aspect Aspect) {
	eachBlock(p.Config, func(b *blockContext) {
		if !b.resource.Managed() {
			return // the facts have no constraints of data sources
		}
		for _, ch := range b.checks[aspect] {
			if broken, because := ch.evaluate(b); broken != nil {
				ch.report(p, b, broken, because)
			}
		}
	})
	constraintsBetween(p, aspect)
}

// check is one thing that a constraint says, of one block type.
type check struct {
	*facts.Constraint
	evaluator
	aspect Aspect
	// scope is the block of the constraint's Scope that the check is about, "" if it has none.
	scope string
	// home is the path of the blocks that the check is evaluated in, one at a time.
	home string
}

// compile returns the checks of a constraint: none if it is not evaluated one resource at a time.
func compile(t *facts.Type, c *facts.Constraint) []*check {
	scopes := c.Scope
	if len(scopes) == 0 {
		scopes = []string{""}
	}
	var checks []*check
	for _, scope := range scopes {
		for _, e := range evaluatorsOf(c) {
			ch := &check{Constraint: c, evaluator: e.evaluator, aspect: e.aspect, scope: scope}
			if c.CaughtBy == "never" {
				ch.aspect = Ignored
			}
			ch.home = ch.homeIn(t)
			if e.outside {
				ch.home = parent(ch.home)
			}
			checks = append(checks, ch)
		}
	}
	return checks
}

// evaluate returns the attributes that break the check and the conditions of the constraint under which they do. Broken
// is nil where the check holds or nothing is certain. What the release of the provider lacks is not to be set, and where it is
// written that is reported in place of the constraint.
func (ch *check) evaluate(b *blockContext) (broken, because []*attributeState) {
	if b.resource.Provider.Has(ch.Since) != schema.Yes {
		return nil, nil
	}
	for _, condition := range ch.If {
		if verdict, _ := ch.holds(condition, b); verdict != schema.Yes {
			return nil, nil
		}
	}
	broken, because = ch.broken(ch, b)
	if broken == nil {
		return nil, nil
	}
	for _, condition := range ch.If {
		_, state := ch.holds(condition, b)
		because = append(because, state)
	}
	lacking := func(s *attributeState) bool { return b.resource.Provider.Has(s.attr.Since) == schema.No }
	if slices.ContainsFunc(slices.Concat(broken, because), func(s *attributeState) bool { return s.written() && lacking(s) }) {
		return nil, nil
	}
	if broken = slices.DeleteFunc(broken, lacking); len(broken) == 0 {
		return nil, nil
	}
	return broken, because
}

// at is where an attribute of the constraint stands from the top of the resource.
func (ch *check) at(attr string) string {
	if ch.scope == "" {
		return attr
	}
	if name := ch.scope[strings.LastIndexByte(ch.scope, '.')+1:]; below(attr, name) {
		return ch.scope + attr[len(name):]
	}
	return attr
}

// homeIn returns the innermost block that the attributes of the check stand in.
func (ch *check) homeIn(t *facts.Type) string {
	home := ""
	for _, attr := range ch.Attrs {
		if block := blockOf(t, ch.at(attr)); len(block) > len(home) {
			home = block
		}
	}
	return home
}

// blockOf returns the path of the block that an attribute stands in: what goes on behind a reference is no block.
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

// report reports a broken check: what is wrong, what comes of it, and what to do.
func (ch *check) report(p *lint.Pass, b *blockContext, broken, because []*attributeState) {
	broken = ch.sorted(broken)
	involved := ch.sorted(append(slices.Clone(broken), because...))
	because = slices.DeleteFunc(ch.sorted(because), func(s *attributeState) bool { return slices.Contains(paths(broken), s.path()) })
	at, related := b.block.Header(), []lint.Related{}
	first := true
	for _, s := range involved {
		if s.written() || s.through() != nil {
			if here := ch.placeOf(s); first {
				at, first = here, false
			} else if here != at {
				related = append(related, lint.Related{Range: here, Message: s.path() + " is here"})
			}
		}
		if s.through() != nil {
			related = append(related, lint.Related{Range: s.own(), Message: s.path() + " is set here"})
		}
	}
	v := violation{check: ch, block: b, broken: broken, because: because}
	f := p.ReportLevelf(levelOf(p, ch.Constraint), b.resource, lint.At(at), "%s %s: %s", b.resource, ch.says(v), ch.consequence()).
		Remedyf("%s", ch.remedy(v))
	f.Precludes = ch.early() && ch.Confidence == ""
	for _, r := range related {
		f.Relate(r.Range, "%s", r.Message)
	}
	ch.fix(f, b, involved)
}

// levelOf returns the level of findings about a constraint: what is not stated but concluded is no more than a warning.
func levelOf(p *lint.Pass, c *facts.Constraint) lint.Level {
	if c.Confidence != "" {
		return min(p.Rule.Level, lint.Warning)
	}
	return p.Rule.Level
}

// consequence is what comes of a configuration that breaks the check.
func (ch *check) consequence() string {
	if ch.CaughtBy == "never" {
		return ch.Rule
	}
	return failure(ch.early(), ch.Confidence == "")
}

// early reports whether what breaks the check is refused before anything is applied.
func (ch *check) early() bool { return ch.CaughtBy == "validate" || ch.CaughtBy == "plan" }

// failure says what fails because of the configuration.
func failure(early, certain bool) string {
	what, verb := "the apply", "fails"
	if early {
		what = "the plan"
	}
	if !certain {
		verb = "may fail"
	}
	return fmt.Sprintf("%s %s", what, verb)
}

// placeOf is where an attribute is pointed at: its value if that is what is wrong, its name if it should not be there.
func (ch *check) placeOf(s *attributeState) hcl.Range {
	if ch.aspect == Conflict || ch.aspect == Ignored {
		return s.header()
	}
	return s.place()
}

// sorted puts states into the order of the constraint's attributes, which begins with the one to report at.
func (ch *check) sorted(states []*attributeState) []*attributeState {
	position := func(s *attributeState) int {
		for i, attr := range ch.Attrs {
			if ch.at(attr) == s.path() {
				return i
			}
		}
		return len(ch.Attrs)
	}
	out := slices.Clone(states)
	slices.SortStableFunc(out, func(a, b *attributeState) int { return cmp.Compare(position(a), position(b)) })
	return slices.CompactFunc(out, func(a, b *attributeState) bool { return a.path() == b.path() && a.own() == b.own() })
}
