package definition

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
)

// scalar is one value that is known: an argument, or an element of a list.
type scalar struct {
	site    *site
	attr    *facts.Attr // with the value facts: the argument's, or those of its elements
	of      *setting    // the argument
	element *terraform.Element
	text    string // as the tables print values
}

func (v scalar) at() hcl.Range {
	if v.element != nil {
		return v.element.Range
	}
	return v.of.own()
}

func (v scalar) secret() bool {
	return v.of.secret() || v.element != nil && terraform.Sensitive(v.element.Value)
}

// String is how messages name the argument.
func (v scalar) String() string { return v.of.path() + " of " + v.site.resource.String() }

// shown is the value as messages show it: not at all if it is a secret.
func (v scalar) shown() string {
	switch {
	case v.secret():
		return "its value"
	case v.attr.Type == facts.String:
		return fmt.Sprintf("%q", v.text)
	}
	return v.text
}

// eachScalar visits every value that is known, and not the empty text, which means "not set".
func eachScalar(c *schema.Config, visit func(scalar)) {
	eachSite(c, func(s *site) {
		for i := range s.settings {
			found := &s.settings[i]
			attr := found.attr
			if !attr.judged || found.arg == nil {
				continue
			}
			one := scalar{site: s, attr: attr.Attr, of: s.read(found)}
			if text, ok := found.printed(); ok && text != "" {
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

func eachElement(one scalar, visit func(scalar)) {
	elements, _ := one.of.elements()
	for i := range elements {
		plain, _ := elements[i].Value.Unmark()
		if text, ok := printed(plain); ok && text != "" {
			one.text, one.element = text, &elements[i]
			visit(one)
		}
	}
}

// InvalidValues finds values outside a closed set, a pattern or a format.
func InvalidValues(c *schema.Config, report func(Breach)) {
	eachScalar(c, func(v scalar) {
		var mend Mend
		why := v.outsideEnum()
		if why != "" {
			mend = v.respelt()
		} else {
			why = v.outsidePattern()
		}
		if why == "" && v.attr.Format != "" && !fits(v.text, v.attr.Format) {
			why = fmt.Sprintf("%s is %s, which is not %s", v, v.shown(), formats[v.attr.Format].noun)
		}
		if why != "" {
			report(Breach{Subject: v.site.resource, At: v.at(), Message: why, Mend: mend})
		}
	})
}

func (v scalar) outsideEnum() string {
	if len(v.attr.Enum) == 0 || v.attr.EnumOpen {
		return ""
	}
	same := func(choice string) bool {
		return choice == v.text || (v.attr.EnumIgnoreCase && strings.EqualFold(choice, v.text))
	}
	if re := v.attr.OrRegexp(); slices.ContainsFunc(v.attr.Enum, same) || slices.ContainsFunc(v.attr.EnumTolerated, same) || (re != nil && re.MatchString(v.text)) {
		return ""
	}
	message := fmt.Sprintf("%s is %s: it is %s", v, v.shown(), choices(v.attr.Enum, v.attr.Type == facts.String))
	if rule := v.consequence(); rule != "" {
		message += " (" + rule + ")"
	}
	return message
}

// consequence answers what the tables say happens with a value that is none of the enumerated ones.
func (v scalar) consequence() string {
	for _, c := range v.site.resource.Facts.Constraints {
		if c.Kind == "silent_value" && slices.Contains(c.Paths(c.Attrs[0]), v.of.path()) {
			return c.Rule
		}
	}
	return ""
}

func (v scalar) outsidePattern() string {
	if re := v.attr.Regexp(); re == nil || re.MatchString(v.text) {
		return ""
	}
	return fmt.Sprintf("%s has %s", v, spell(v.attr.Pattern))
}
