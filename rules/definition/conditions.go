package definition

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
)

// holds evaluates a condition. Of an attribute that is not set its default counts, the schema's before the one that the
// docs state; one that the provider fills in is not certain.
func (ch *check) holds(condition *facts.Condition, b *blockContext) (schema.Verdict, *attributeState) {
	s := b.lookup(ch.at(condition.Attr))
	switch s.state {
	case unset:
		if condition.Unset {
			return schema.Yes, s
		}
		fallback := s.attr.Default
		if fallback == nil {
			fallback = s.attr.DocDefault
		}
		switch {
		case fallback != nil:
			return verdict(slices.Contains(condition.Values, facts.Printed(fallback))), s
		case s.attr.Computed && !condition.Set:
			return schema.Unsure, s
		}
		return schema.No, s
	case given:
		if condition.Set {
			return schema.Yes, s
		}
	case known:
		if condition.Set {
			return s.isSet(), s
		}
		if text, ok := s.printed(); ok {
			return verdict(condition.Holds(text, true)), s
		}
	case unasked, unsure:
	}
	s.ask()
	return schema.Unsure, s
}

func verdict(b bool) schema.Verdict {
	if b {
		return schema.Yes
	}
	return schema.No
}

// lacking: an attribute that has to be set is not.
func lacking(ch *check, b *blockContext) (broken, because []*attributeState) {
	for _, attr := range ch.Then.Required {
		if s := b.lookup(ch.at(attr)); s.isSet() == schema.No && s.attr.Default == nil && !b.replacedAt(s) {
			broken = append(broken, s)
		}
	}
	return broken, nil
}

// replacedAt reports whether a deprecated spelling stands in for an attribute of the block.
func (b *blockContext) replacedAt(s *attributeState) bool {
	return b.attrs[s.attr.Name] == s.attr && b.replaced(s.attr)
}

// forbidden: an attribute is set that must not be.
func forbidden(ch *check, b *blockContext) (broken, because []*attributeState) {
	if is, _ := ch.count(b, ch.Then.Forbidden); is == 0 {
		return nil, nil
	}
	return ch.those(b, ch.Then.Forbidden, schema.Yes), nil
}

// notAllowed: an attribute has none of the values that are left.
func notAllowed(ch *check, b *blockContext) (broken, because []*attributeState) {
	for _, condition := range ch.Then.Allowed {
		holds, s := ch.holds(condition, b)
		if holds == schema.No && (s.state != unset || condition.Pattern == "") {
			broken = append(broken, s)
		}
	}
	return broken, nil
}

// denied: an attribute has a value that it must not have.
func denied(ch *check, b *blockContext) (broken, because []*attributeState) {
	for _, condition := range ch.Then.Denied {
		if holds, s := ch.holds(condition, b); holds == schema.Yes && s.state == known {
			broken = append(broken, s)
		}
	}
	return broken, nil
}

// notEach: an element, or a part of a text with commas, is none of the values.
func notEach(ch *check, b *blockContext) (broken, because []*attributeState) {
	for _, condition := range ch.Then.EachOf {
		wrong := func(part string) bool { return !condition.Holds(strings.TrimSpace(part), true) }
		s := b.lookup(ch.at(condition.Attr))
		if texts, _ := s.texts(); slices.ContainsFunc(texts, func(text string) bool {
			return slices.ContainsFunc(strings.Split(text, ","), wrong)
		}) {
			broken = append(broken, s)
		}
	}
	return broken, nil
}

// misformatted: a text does not have the format.
func misformatted(ch *check, b *blockContext) (broken, because []*attributeState) {
	for _, attr := range sortedKeys(ch.Then.Format) {
		s := b.lookup(ch.at(attr))
		if s.anyText(func(text string) bool { return !fits(text, ch.Then.Format[attr]) }) {
			broken = append(broken, s)
		}
	}
	return broken, nil
}
