package definition

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
)

// whenever judges a consequence where all conditions of the constraint certainly hold. What made them hold is involved.
func whenever(consequence judge) judge {
	return func(cl *clause, s *site) []*setting {
		for _, condition := range cl.If {
			if verdict, _ := cl.holds(condition, s); verdict != schema.Yes {
				return nil
			}
		}
		broken := consequence(cl, s)
		if broken == nil {
			return nil
		}
		for _, condition := range cl.If {
			_, because := cl.holds(condition, s)
			broken = append(broken, because)
		}
		return broken
	}
}

// holds judges a condition. Of an argument that is not set its default counts, the schema's before the one that the
// docs state; one that the provider fills in is not certain.
func (cl *clause) holds(condition *facts.Condition, s *site) (schema.Verdict, *setting) {
	f := s.lookup(cl.at(condition.Attr))
	switch f.state {
	case unset:
		if condition.Unset {
			return schema.Yes, f
		}
		fallback := f.attr.Default
		if fallback == nil {
			fallback = f.attr.DocDefault
		}
		switch {
		case fallback != nil:
			return yes((&facts.Condition{Values: condition.Values}).Holds(facts.Printed(fallback), true)), f
		case f.attr.Computed && !condition.Set:
			return schema.Unsure, f
		}
		return schema.No, f
	case given:
		if condition.Set {
			return schema.Yes, f
		}
	case known:
		if condition.Set {
			return f.isSet(), f
		}
		if text, ok := f.printed(); ok {
			return yes(condition.Holds(text, true)), f
		}
	case unasked, unsure:
	}
	return schema.Unsure, f
}

func yes(b bool) schema.Verdict {
	if b {
		return schema.Yes
	}
	return schema.No
}

// lacking: an attribute that has to be set is not.
func lacking(cl *clause, s *site) []*setting {
	var missing []*setting
	for _, attr := range cl.Then.Required {
		if f := s.lookup(cl.at(attr)); f.isSet() == schema.No && f.attr.Default == nil && !s.replacedAt(f) {
			missing = append(missing, f)
		}
	}
	return missing
}

// replacedAt reports whether a deprecated spelling stands in for an attribute of the block.
func (s *site) replacedAt(f *setting) bool {
	return s.attrs[f.attr.Name] == f.attr && s.replaced(f.attr)
}

// forbidden: an attribute is set that must not be.
func forbidden(cl *clause, s *site) []*setting {
	if is, _ := cl.count(s, cl.Then.Forbidden); is == 0 {
		return nil
	}
	is, _ := split(cl.settings(s, cl.Then.Forbidden))
	return is
}

// notAllowed: an attribute has none of the values that are left.
func notAllowed(cl *clause, s *site) []*setting {
	var broken []*setting
	for _, condition := range cl.Then.Allowed {
		verdict, f := cl.holds(condition, s)
		if verdict == schema.No && (f.state != unset || condition.Pattern == "") {
			broken = append(broken, f)
		}
	}
	return broken
}

// denied: an attribute has a value that it must not have.
func denied(cl *clause, s *site) []*setting {
	var broken []*setting
	for _, condition := range cl.Then.Denied {
		if verdict, f := cl.holds(condition, s); verdict == schema.Yes && f.state == known {
			broken = append(broken, f)
		}
	}
	return broken
}

// notEach: an element, or a part of a text with commas, is none of the values.
func notEach(cl *clause, s *site) []*setting {
	var broken []*setting
	for _, condition := range cl.Then.EachOf {
		f := s.lookup(cl.at(condition.Attr))
		texts, _ := f.texts()
		for _, text := range texts {
			bad := func(part string) bool { return !condition.Holds(strings.TrimSpace(part), true) }
			if slices.ContainsFunc(strings.Split(text, ","), bad) {
				broken = append(broken, f)
				break
			}
		}
	}
	return broken
}

// misformatted: a text does not have the format.
func misformatted(cl *clause, s *site) []*setting {
	var broken []*setting
	for _, attr := range sortedKeys(cl.Then.Format) {
		f := s.lookup(cl.at(attr))
		texts, _ := f.texts()
		if slices.ContainsFunc(texts, func(text string) bool { return text != "" && !fits(text, cl.Then.Format[attr]) }) {
			broken = append(broken, f)
		}
	}
	return broken
}
