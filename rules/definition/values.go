package definition

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/edit"
)

// scalar is one value that is known: an argument, or an element of a list.
type scalar struct {
	block   *blockContext
	attr    *facts.Attr     // with the value facts: the argument's, or those of its elements
	of      *attributeState // the argument
	element *terraform.Element
	text    string // as the facts print values
}

func (v scalar) at() lint.At {
	if v.element != nil {
		return lint.At(v.element.Range)
	}
	return lint.At(v.of.own())
}

func (v scalar) secret() bool {
	return v.of.secret() || v.element != nil && terraform.Sensitive(v.element.Value)
}

// String is what messages call the argument.
func (v scalar) String() string { return v.of.path() + " of " + v.block.resource.String() }

// maxText bounds the texts that a message shows: the text is in the configuration as well.
const maxText = 64

// shown returns the value as it stands in HCL; ok is false for a secret, and for a long text.
func (v scalar) shown() (text string, ok bool) {
	return quoted(v.text, v.attr), !v.secret() && len(v.text) <= maxText && !strings.Contains(v.text, "\n")
}

// eachScalar visits every value that is known, of the arguments that are asked for. The empty text means "not set", but for validators
// of the provider.
func eachScalar(c *schema.Config, asked func(*facts.Attr) bool, visit func(scalar)) {
	eachBlock(c, func(b *blockContext) {
		for i := range b.states {
			found := &b.states[i]
			attr := found.attr
			if !attr.checked || found.arg == nil || !asked(attr.Attr) {
				continue
			}
			one := scalar{block: b, attr: attr.Attr, of: b.read(found)}
			if text, ok := found.printed(); ok && text != "" || found.writtenEmpty() && refusesEmpty(attr.Attr) {
				one.text = text
				visit(one)
			}
			if attr.Elem != nil && (attr.Type == facts.List || attr.Type == facts.Set) {
				one.attr = attr.Elem
				eachElement(one, visit)
			}
		}
	})
}

// refusesEmpty reports whether the provider's code refuses the empty string: its validators see what is written. The one for
// JSON takes it.
func refusesEmpty(a *facts.Attr) bool {
	switch {
	case len(a.Enum) > 0 && a.EnumFrom == facts.FromCode:
		return a.OrRegexp() == nil || !a.OrRegexp().MatchString("")
	case a.PatternFrom == facts.FromCode:
		return !a.Regexp().MatchString("")
	}
	return a.FormatFrom == facts.FromCode && a.Format != "json"
}

// writtenEmpty reports whether the value is certainly the empty string, and not a default that is there to be filled in.
func (s *attributeState) writtenEmpty() bool { return s.state == unset && s.isEmptyString() }

// isEmptyString reports whether the value is the empty string, unless an input is filled in.
func (s *attributeState) isEmptyString() bool {
	return s.arg != nil && s.arg.Source() != nil && terraform.Unmarked(s.arg.Value()).RawEquals(cty.StringVal(""))
}

func eachElement(one scalar, visit func(scalar)) {
	elements, _ := one.of.elements()
	for i := range elements {
		plain, _ := elements[i].Value.Unmark()
		if text, ok := printed(plain); ok && (text != "" || refusesEmpty(one.attr)) {
			one.text, one.element = text, &elements[i]
			visit(one)
		}
	}
}

// InvalidValues finds values outside of a closed set, a pattern or a format, and those that do not go with others.
func InvalidValues(p *lint.Pass) {
	if !judges(p, "no argument is held to a list of values, a pattern or a format", func(b *blockContext) bool {
		return Invalid.concerns(b) || b.sets(func(a *attribute) bool { return a.checked && hasForm(a.Attr) })
	}) {
		return
	}
	eachScalar(p.Config, hasForm, func(v scalar) {
		report := func(wrong string, from facts.Source) *lint.Finding {
			level, consequence := p.Rule.Level, failure(from == facts.FromCode, true)
			if c := v.otherwise(); c != nil {
				consequence = c.Rule
				if c.CaughtBy == "never" {
					level = min(level, lint.Warning) // nothing fails
				}
			}
			is := "is"
			if text, ok := v.shown(); ok {
				is = "is " + text + ", which is"
			}
			hint := ""
			if meant := v.meant(); meant != "" && !v.secret() {
				hint = didYouMean("", quoted(meant, v.attr))
			}
			f := p.ReportLevelf(level, v.block.resource, v.at(), "%s %s not %s%s: %s", v, is, wrong, hint, consequence)
			f.Precludes = from == facts.FromCode && v.otherwise() == nil
			return f
		}
		switch {
		case !v.inEnum():
			f := report("a valid value", v.attr.EnumFrom).Remedyf("use %s", choices(v.attr.Enum, v.attr))
			if meant := v.meant(); meant != "" {
				f.Remedyf("use %s", quoted(meant, v.attr))
			}
			if choice := spelling.Certain(v.text, v.attr.Choices()); choice != "" && !v.secret() {
				f.Remedyf("use %s", quoted(choice, v.attr))
				if v.attr.Type == facts.String {
					f.Mend(edit.Literal(v.of.arg, hcl.Range(v.at()), v.text, choice), "writes %q", choice)
				}
			}
		case !v.matches():
			what, _ := describePattern(v.attr.Pattern)
			report("a valid value", v.attr.PatternFrom).Remedyf("use for %s: %s", v.of.path(), what)
		case v.attr.Format != "" && !fits(v.text, v.attr.Format):
			noun := formats[v.attr.Format].noun
			report(noun, v.attr.FormatFrom).Remedyf("use %s in %s", noun, v.of.path())
		}
	})
	constraints(p, Invalid)
}

func (v scalar) inEnum() bool {
	if len(v.attr.Enum) == 0 || v.attr.EnumOpen {
		return true
	}
	same := func(choice string) bool {
		return choice == v.text || (v.attr.EnumIgnoreCase && strings.EqualFold(choice, v.text))
	}
	if until := v.attr.EnumUntil[v.text]; until != "" && v.block.resource.Provider.Has(until) != schema.Yes {
		return true
	}
	re := v.attr.OrRegexp()
	return slices.ContainsFunc(v.attr.Enum, same) || slices.ContainsFunc(v.attr.EnumTolerated, same) || (re != nil && re.MatchString(v.text))
}

func (v scalar) matches() bool {
	re := v.attr.Regexp()
	return re == nil || re.MatchString(v.text)
}

// otherwise returns what the facts say of a value that is none of the enumerated ones, nil for nothing.
func (v scalar) otherwise() *facts.Constraint {
	for _, c := range v.block.resource.Facts.Constraints {
		if c.Kind == "silent_value" && slices.Contains(c.Paths(c.Attrs[0]), v.of.path()) {
			return c
		}
	}
	return nil
}
