package definition

import (
	"net/netip"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
)

// evaluator finds out whether a check is broken, and says so.
type evaluator struct {
	// broken returns the attributes that break a check, and others without which they would not. It returns nil where the
	// check holds or nothing is certain.
	broken func(ch *check, b *blockContext) (broken, because []*attributeState)
	// says returns what is wrong, to follow the address of the resource, and remedy what to do.
	says, remedy func(v violation) string
}

// aspectEvaluator is how a constraint is evaluated in one aspect.
type aspectEvaluator struct {
	aspect Aspect
	evaluator
	outside bool // it is evaluated in the block around the attributes' own
}

// evaluatorsOf reads a constraint by its kind.
func evaluatorsOf(c *facts.Constraint) []aspectEvaluator {
	one := func(aspect Aspect, e evaluator) []aspectEvaluator {
		return []aspectEvaluator{{aspect: aspect, evaluator: e}}
	}
	if c.If != nil {
		return conditional(c)
	}
	switch c.Kind {
	case "exclusive":
		return one(Conflict, evaluator{several, saysSeveral, removeOthers})
	case "exactly_one_of":
		return append(one(Conflict, evaluator{several, saysSeveral, removeOthers}), one(Conflict, evaluator{none, saysNone, setOne})...)
	case "at_least_one_of":
		return one(Conflict, evaluator{none, saysNone, setOne})
	case "conflicts", "useless_with":
		return one(Conflict, evaluator{firstWithAnother, saysForbidden, remove})
	case "required_together":
		return one(Conflict, evaluator{someNotAll, saysMissing, setMissing})
	case "required_with":
		return one(Conflict, evaluator{withoutLast, saysMissing, setMissing})
	case "le", "lt":
		return one(Range, evaluator{misordered, saysOrder, putInOrder})
	case "range":
		if c.Max > 0 {
			return one(Range, evaluator{longMask, saysSmall, useLarger})
		}
	case "cross_field", "cross_resource":
		if c.Op == "in" {
			return one(Invalid, evaluator{outside, saysOutside, useInside})
		}
	case "format":
		if c.Pattern != "" {
			return one(Invalid, evaluator{unmatched, saysValue, useAllowed})
		}
	case "forbidden_value":
		if c.Values != nil || c.Pattern != "" {
			return one(Invalid, evaluator{listed, saysValue, useAllowed})
		}
	case "ignored":
		return one(Ignored, evaluator{written, saysForbidden, remove})
	case "unique":
		if strings.Contains(c.Attrs[0], ".") {
			return []aspectEvaluator{{uniqueAspect(c), evaluator{repeated, saysRepeated, removeRepeated}, true}}
		}
	}
	return nil
}

// conditional reads a constraint with conditions: each part of its consequence is a check.
func conditional(c *facts.Constraint) []aspectEvaluator {
	values := Conflict
	switch c.Kind {
	case "pattern_if", "forbidden_value", "cross_resource":
		values = Invalid
	case "range":
		values = Range
	}
	var all []aspectEvaluator
	for _, part := range []struct {
		has    bool
		aspect Aspect
		evaluator
	}{
		{len(c.Then.Required) > 0, Missing, evaluator{lacking, saysMissing, setMissing}},
		{len(c.Then.Forbidden) > 0, Conflict, evaluator{forbidden, saysForbidden, remove}},
		{len(c.Then.Allowed) > 0, values, evaluator{notAllowed, saysValue, useAllowed}},
		{len(c.Then.Denied) > 0, values, evaluator{denied, saysValue, useAllowed}},
		{len(c.Then.EachOf) > 0, Invalid, evaluator{notEach, saysValue, useAllowed}},
		{len(c.Then.Format) > 0, Invalid, evaluator{misformatted, saysValue, useAllowed}},
	} {
		if part.has {
			all = append(all, aspectEvaluator{aspect: part.aspect, evaluator: part.evaluator})
		}
	}
	return all
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

// lookup returns the states of attributes, as seen from a block.
func (ch *check) lookup(b *blockContext, attrs []string) []*attributeState {
	found := make([]*attributeState, len(attrs))
	for i, attr := range attrs {
		found[i] = b.lookup(ch.at(attr))
	}
	return found
}

// count returns how many of the attributes are certainly set, and how many certainly not: nearly always nothing else has
// to be known.
func (ch *check) count(b *blockContext, attrs []string) (is, isNot int) {
	for _, attr := range attrs {
		switch ch.isSet(b.lookup(ch.at(attr))) {
		case schema.Yes:
			is++
		case schema.No:
			isNot++
		case schema.Unsure:
		}
	}
	return is, isNot
}

// those returns the states of the attributes that certainly are set, or certainly are not.
func (ch *check) those(b *blockContext, attrs []string, set schema.Verdict) []*attributeState {
	return slices.DeleteFunc(ch.lookup(b, attrs), func(s *attributeState) bool { return ch.isSet(s) != set })
}

// isSet returns whether an attribute is set in the eyes of who states the constraint.
func (ch *check) isSet(s *attributeState) schema.Verdict {
	if ch.ofSchema() {
		return s.writtenToSchema()
	}
	return s.isSet()
}

// several: more than one of the attributes is set.
func several(ch *check, b *blockContext) (broken, because []*attributeState) {
	if is, _ := ch.count(b, ch.Attrs); is < 2 {
		return nil, nil
	}
	return ch.those(b, ch.Attrs, schema.Yes), nil
}

// none: not one of the attributes is set.
func none(ch *check, b *blockContext) (broken, because []*attributeState) {
	if _, isNot := ch.count(b, ch.Attrs); isNot < len(ch.Attrs) {
		return nil, nil
	}
	return ch.lookup(b, ch.Attrs), nil
}

// firstWithAnother: the first attribute is set, and any of the others.
func firstWithAnother(ch *check, b *blockContext) (broken, because []*attributeState) {
	if first, _ := ch.count(b, ch.Attrs[:1]); first == 0 {
		return nil, nil
	}
	if others, _ := ch.count(b, ch.Attrs[1:]); others == 0 {
		return nil, nil
	}
	return ch.lookup(b, ch.Attrs[:1]), ch.those(b, ch.Attrs[1:], schema.Yes)
}

// someNotAll: one of the attributes is set, and another is not.
func someNotAll(ch *check, b *blockContext) (broken, because []*attributeState) {
	if is, isNot := ch.count(b, ch.Attrs); is == 0 || isNot == 0 {
		return nil, nil
	}
	return ch.those(b, ch.Attrs, schema.No), ch.those(b, ch.Attrs, schema.Yes)
}

// withoutLast: one of the attributes is set, and the last is not.
func withoutLast(ch *check, b *blockContext) (broken, because []*attributeState) {
	last := len(ch.Attrs) - 1
	if _, isNot := ch.count(b, ch.Attrs[last:]); isNot == 0 {
		return nil, nil
	}
	if others, _ := ch.count(b, ch.Attrs[:last]); others == 0 {
		return nil, nil
	}
	return ch.lookup(b, ch.Attrs[last:]), ch.those(b, ch.Attrs[:last], schema.Yes)
}

// written: the first attribute is set.
func written(ch *check, b *blockContext) (broken, because []*attributeState) {
	if is, _ := ch.count(b, ch.Attrs[:1]); is == 0 {
		return nil, nil
	}
	return ch.lookup(b, ch.Attrs[:1]), nil
}

// misordered: the first number is not below the second, or not at most the second.
func misordered(ch *check, b *blockContext) (broken, because []*attributeState) {
	both := ch.lookup(b, ch.Attrs[:2])
	for _, s := range both {
		if s.state != known || s.attr.implied != cty.Number {
			s.askUnless(unset)
			return nil, nil
		}
	}
	order := both[0].value().AsBigFloat().Cmp(both[1].value().AsBigFloat())
	if order < 0 || (order == 0 && ch.Op == "<=") {
		return nil, nil
	}
	return both, nil
}

// longMask: the network is smaller than one whose prefix has Max bits.
func longMask(ch *check, b *blockContext) (broken, because []*attributeState) {
	first := ch.lookup(b, ch.Attrs[:1])
	text, _ := first[0].printed()
	if prefix, err := netip.ParsePrefix(text); err == nil && prefix.Addr().Is4() && prefix.Bits() > ch.Max {
		return first, nil
	}
	return nil, nil
}

// outside: the address or network of the first attribute lies in none of the networks of the others.
func outside(ch *check, b *blockContext) (broken, because []*attributeState) {
	all := ch.lookup(b, ch.Attrs)
	text, ok := all[0].printed()
	inner, valid := network(text)
	if !ok || !valid {
		return nil, nil
	}
	for _, s := range all[1:] {
		texts, complete := s.texts()
		if s.isSet() != schema.No && !complete {
			return nil, nil
		}
		for _, text := range texts {
			outer, valid := network(text)
			if !valid || outer.Contains(inner.Addr()) && outer.Bits() <= inner.Bits() {
				return nil, nil
			}
		}
		if len(texts) > 0 {
			because = append(because, s)
		}
	}
	if because == nil {
		return nil, nil
	}
	return all[:1], because
}

func network(text string) (netip.Prefix, bool) {
	if addr, err := netip.ParseAddr(text); err == nil {
		return netip.PrefixFrom(addr, addr.BitLen()), true
	}
	prefix, err := netip.ParsePrefix(text)
	return prefix, err == nil
}

// anyText returns the first attribute if one of its values is as asked.
func (ch *check) anyText(b *blockContext, asked func(string) bool) (broken, because []*attributeState) {
	s := b.lookup(ch.at(ch.Attrs[0]))
	if !s.anyText(asked) {
		return nil, nil
	}
	return []*attributeState{s}, nil
}

// unmatched: the value does not match the pattern.
func unmatched(ch *check, b *blockContext) (broken, because []*attributeState) {
	return ch.anyText(b, func(text string) bool { return !ch.Regexp().MatchString(text) })
}

// listed: the value is one that is forbidden.
func listed(ch *check, b *blockContext) (broken, because []*attributeState) {
	return ch.anyText(b, func(text string) bool {
		return slices.Contains(ch.Values, text) || (ch.Pattern != "" && ch.Regexp().MatchString(text))
	})
}

// repeated: two blocks agree in all the attributes. Blocks of a set that agree in everything are one.
func repeated(ch *check, b *blockContext) (broken, because []*attributeState) {
	block := blockOf(b.resource.Facts, ch.at(ch.Attrs[0]))
	attr := b.attrs[strings.TrimPrefix(strings.TrimPrefix(block, b.path), ".")]
	if attr == nil {
		return nil, nil
	}
	seen := map[string]*blockContext{}
	b.state(attr.Name).open() // there may be others, and who watches wants to know
	inner := b.innerOf(attr)
	for i := range inner {
		states := ch.lookup(&inner[i], ch.Attrs)
		key, ok := identity(states)
		if !ok {
			continue
		}
		switch first := seen[key]; {
		case first == nil:
			seen[key] = &inner[i]
		case attr.Type != facts.Set || schema.Alike(attr.Attr, first.block, inner[i].block) == schema.No:
			return states, nil
		default: // they may be one
			first.askAll()
			inner[i].askAll()
		}
	}
	return nil, nil
}

// identity returns a key of states that are all certain: equal keys are equal values.
func identity(states []*attributeState) (string, bool) {
	var key strings.Builder
	for _, s := range states {
		text, ok := "", s.state == known
		if ok {
			text, ok = s.printed()
		}
		if !ok {
			origin, certain := schema.SingleOrigin(s.raw())
			if !certain || origin.Attr == "" || origin.Instance.Symbolic {
				s.askUnless(unset)
				return "", false
			}
			text = origin.Instance.Address + "\x00" + origin.Attr
		}
		key.WriteString(text + "\x01")
	}
	return key.String(), true
}
