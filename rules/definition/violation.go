package definition

import (
	"fmt"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
)

// violation is a broken check, for the evaluator to put into words.
type violation struct {
	*check
	block *blockContext
	// broken are the attributes that break the check, because those that make it count, both in the order of the constraint.
	broken, because []*attributeState
}

// name is the path of the first attribute that breaks the check.
func (v violation) name() string { return v.broken[0].path() }

// with says under which conditions the check counts: ` with type = "aes" and without algorithm`.
func (v violation) with() string {
	var is, isNot []string
	for _, s := range v.because {
		if v.isSet(s) == schema.No {
			isNot = append(isNot, s.path())
		} else {
			is = append(is, v.value(s))
		}
	}
	var parts []string
	if len(is) > 0 {
		parts = append(parts, "with "+prose.List(is, "and"))
	}
	if len(isNot) > 0 {
		parts = append(parts, "without "+prose.List(isNot, "and"))
	}
	if len(parts) == 0 {
		return ""
	}
	return " " + strings.Join(parts, " and ")
}

// or says how else the check would hold: ", or change type".
func (v violation) or() string {
	if len(v.because) == 0 {
		return ""
	}
	first, verb := v.because[0], "remove"
	for _, condition := range v.If {
		if v.at(condition.Attr) == first.path() && !condition.Set {
			verb = map[bool]string{true: "set", false: "change"}[first.state == unset]
		}
	}
	return fmt.Sprintf(", or %s %s", verb, first.path())
}

// String writes an attribute with its value, where that is short and no secret: a number, a bool, one of a few.
func (s *attributeState) String() string {
	text, ok := s.printed()
	if !ok || s.secret() || (len(s.attr.Enum) == 0 && s.attr.Type == facts.String) {
		return s.path()
	}
	return s.path() + " = " + quoted(text, s.attr.Attr)
}

// value writes an attribute with its value. The empty string is one to the provider's schema, and easily taken for none.
func (v violation) value(s *attributeState) string {
	if v.ofSchema() && s.isEmptyString() && !s.secret() {
		return s.path() + ` = ""`
	}
	return s.String()
}

// values writes attributes with their values.
func (v violation) values(states []*attributeState) string {
	written := make([]string, len(states))
	for i, s := range states {
		written[i] = v.value(s)
	}
	return prose.List(written, "and")
}

// orNull says how to write nothing where the empty string is a value.
func (v violation) orNull() string {
	if v.ofSchema() && slices.ContainsFunc(slices.Concat(v.broken, v.because), (*attributeState).isEmptyString) {
		return `, or write null in place of ""`
	}
	return ""
}

func paths(states []*attributeState) []string {
	names := make([]string, len(states))
	for i, s := range states {
		names[i] = s.path()
	}
	return names
}

// saysMissing is about attributes that have to be set.
func saysMissing(v violation) string {
	return lacks(paths(v.broken)) + v.with()
}

// lacks says that attributes are not set and have to be.
func lacks(names []string) string {
	if len(names) == 1 {
		return "has no " + names[0] + ", which is required"
	}
	return "has no " + prose.List(names, "and no") + ", which are required"
}

func setMissing(v violation) string {
	if len(v.If) > 0 {
		return "set " + prose.List(paths(v.broken), "and")
	}
	return "set " + prose.List(paths(v.broken), "and") + v.or()
}

// saysNone is about attributes of which one has to be set.
func saysNone(v violation) string {
	none := "none of " + prose.List(paths(v.broken), "and")
	switch len(v.broken) {
	case 1:
		return lacks(paths(v.broken)) // the release of the provider has no other
	case 2:
		none = "neither " + prose.List(paths(v.broken), "nor")
	}
	return "has " + none + ", one of which is required"
}

func setOne(v violation) string { return "set " + prose.List(paths(v.broken), "or") }

// saysSeveral is about attributes of which only one can be set.
func saysSeveral(v violation) string {
	return fmt.Sprintf("has %s, of which only one is %s", v.values(v.broken), v.ifEffective("allowed", "used"))
}

func removeOthers(v violation) string {
	if v.aspect == Ignored {
		return "remove " + v.name()
	}
	return "keep only one of " + prose.List(paths(v.broken), "and") + v.orNull()
}

// saysForbidden is about attributes that cannot be set.
func saysForbidden(v violation) string {
	names := paths(v.broken)
	for i, s := range v.broken {
		if s.isEmptyString() {
			names[i] = v.value(s)
		}
	}
	verb := map[bool]string{true: "is", false: "are"}[len(v.broken) == 1]
	effect := map[bool]string{true: "has", false: "have"}[len(v.broken) == 1]
	return fmt.Sprintf("has %s, which %s%s", prose.List(names, "and"), v.ifEffective(verb+" not allowed", effect+" no effect"), v.with())
}

func remove(v violation) string {
	if len(v.If) == 0 {
		return "remove " + prose.List(append(paths(v.broken), paths(v.because)...), "or") + v.orNull()
	}
	return "remove " + prose.List(paths(v.broken), "and") + v.or()
}

// saysValue is about a value that is not allowed, or that is left out and whose default is not.
func saysValue(v violation) string {
	s := v.broken[0]
	switch text := s.String(); {
	case s.state == unset:
		return fmt.Sprintf("has no %s, whose default is not allowed%s", text, v.with())
	case text != s.path():
		return fmt.Sprintf("has %s, which is not allowed%s", text, v.with())
	case v.lists(s):
		text, _ := s.printed()
		return fmt.Sprintf("has %s = %s, which is not allowed%s", s.path(), quoted(text, s.attr.Attr), v.with())
	}
	return fmt.Sprintf("has a value of %s that is not allowed%s", s.path(), v.with())
}

// lists reports whether the constraint itself says the value, which is then no secret of the configuration.
func (v violation) lists(s *attributeState) bool {
	text, ok := s.printed()
	return ok && !s.secret() && slices.Contains(v.Values, text)
}

// useAllowed says which values the constraint leaves.
func useAllowed(v violation) string {
	s := v.broken[0]
	if v.Then != nil {
		for _, condition := range append(v.Then.Allowed[:len(v.Then.Allowed):len(v.Then.Allowed)], v.Then.EachOf...) {
			switch {
			case v.at(condition.Attr) != s.path():
			case condition.Pattern != "":
				if what, ok := describePattern(condition.Pattern); ok {
					return fmt.Sprintf("use for %s: %s", s.path(), what)
				}
			case len(condition.Values) > 0:
				return fmt.Sprintf("use %s in %s%s", choices(condition.Values, s.attr.Attr), s.path(), v.or())
			}
		}
		for _, attr := range sortedKeys(v.Then.Format) {
			if v.at(attr) == s.path() {
				return fmt.Sprintf("use %s in %s%s", formats[v.Then.Format[attr]].noun, s.path(), v.or())
			}
		}
	}
	return fmt.Sprintf("change %s: %s", s.path(), v.Rule)
}

// saysOrder is about two numbers in the wrong order.
func saysOrder(v violation) string {
	return fmt.Sprintf("has %s, which is %s %s", v.broken[0], map[bool]string{true: "more than", false: "not less than"}[v.Op == "<="], v.broken[1])
}

func putInOrder(v violation) string {
	if v.minAndMax() {
		return fmt.Sprintf("exchange %s and %s", v.broken[0].path(), v.broken[1].path())
	}
	bound := map[bool]string{true: "at most", false: "less than"}[v.Op == "<="]
	limit, _ := v.broken[1].printed()
	return fmt.Sprintf("set %s to %s %s", v.name(), bound, limit)
}

func saysSmall(v violation) string {
	return fmt.Sprintf("has a network in %s that is smaller than /%d", v.name(), v.Max)
}

func useLarger(v violation) string {
	return fmt.Sprintf("use a network of at least /%d in %s", v.Max, v.name())
}

func saysOutside(v violation) string {
	return fmt.Sprintf("has a value of %s outside of %s", v.name(), prose.List(paths(v.because), "and"))
}

func useInside(v violation) string {
	return fmt.Sprintf("use a value of %s inside of %s", v.name(), prose.List(paths(v.because), "or"))
}

func saysRepeated(v violation) string {
	return "has two blocks with the same " + v.values(v.broken)
}

func removeRepeated(v violation) string {
	return fmt.Sprintf("remove one of the two blocks, or change its %s", v.name())
}

// ifEffective chooses the words for what the provider refuses, or for what it ignores.
func (v violation) ifEffective(refused, ignored string) string {
	if v.aspect == Ignored {
		return ignored
	}
	return refused
}
