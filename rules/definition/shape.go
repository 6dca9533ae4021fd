package definition

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
)

// UnknownArguments finds arguments and blocks that the type does not have, or has in another form.
func UnknownArguments(c *schema.Config, report func(Breach)) {
	if c.Planned {
		return // the provider took what was planned
	}
	eachSite(c, func(s *site) {
		for n := range s.block.Args {
			arg := &s.block.Args[n]
			if why := s.noArgument(arg.Name); why != "" {
				report(Breach{Subject: s.resource, At: arg.NameRange(), Message: why, Mend: s.respelt(arg)})
			}
		}
		for _, block := range s.block.Nested {
			if why := s.noBlock(block.Type); why != "" {
				report(Breach{Subject: s.resource, At: block.Header(), Message: why, Mend: s.respeltBlock(block)})
			}
		}
		if s.path == "" {
			unknownTimeouts(s, report)
		}
	})
}

// noArgument says why there can be no argument of a name, "" where there can.
func (s *site) noArgument(name string) string {
	attr := s.attrs[name]
	switch {
	case attr == nil:
		return fmt.Sprintf("%s has no argument %s%s", s, name, s.meant(name))
	case attr.Block:
		return fmt.Sprintf("%s is a block of %s, not an argument: it is written %s { … } without an equals sign", name, s, name)
	case attr.ReadOnly() && name != "id":
		return fmt.Sprintf("%s of %s is read-only: it cannot be set", name, s)
	}
	return ""
}

// noBlock says why there can be no nested block of a type, "" where there can.
func (s *site) noBlock(name string) string {
	attr := s.attrs[name]
	switch {
	case attr == nil && name == "timeouts" && s.path == "" && (len(s.resource.Facts.Timeouts) > 0 || !s.resource.Managed()):
		return ""
	case attr == nil:
		return fmt.Sprintf("%s has no block %s%s", s, name, s.meant(name))
	case attr.ReadOnly():
		return fmt.Sprintf("%s of %s is read-only: it cannot be set", name, s)
	case !attr.Block:
		return fmt.Sprintf("%s is an argument of %s, not a block: it is written %s = …", name, s, name)
	}
	return ""
}

// meant asks whether another name was meant.
func (s *site) meant(name string) string {
	names := s.configurable(func(a *attribute) bool { return !s.has(a.Name) })
	if near := spelling.Nearest(name, names); near != "" {
		return fmt.Sprintf(": did you mean %s?", near)
	}
	return ""
}

func (s *site) has(name string) bool {
	return s.block.Arg(name) != nil || len(s.block.Blocks(name)) > 0
}

func unknownTimeouts(s *site, report func(Breach)) {
	known := s.resource.Facts.Timeouts
	if len(known) == 0 {
		return
	}
	for _, block := range s.block.Blocks("timeouts") {
		for n := range block.Args {
			if arg := &block.Args[n]; !slices.Contains(known, arg.Name) {
				report(Breach{Subject: s.resource, At: arg.NameRange(), Message: fmt.Sprintf(
					"%s has no timeout for %s: it has %s", s.resource, arg.Name, list(known, "and"))})
			}
		}
	}
}

// MissingArguments finds blocks that lack what the schema or the docs require.
func MissingArguments(c *schema.Config, report func(Breach)) {
	eachSite(c, func(s *site) {
		var missing []string
		for _, attr := range s.required {
			if s.lacks(attr) {
				missing = append(missing, attr.Name)
			}
		}
		if len(missing) == 0 {
			return
		}
		verb := "which is"
		if len(missing) > 1 {
			verb = "which are"
		}
		report(Breach{Subject: s.resource, At: s.block.Header(), Message: fmt.Sprintf(
			"%s lacks %s, %s required", s, list(missing, "and"), verb)})
	})
}

// lacks reports whether an attribute that is required is certainly not there. An empty text is there: whether it will do is
// another question.
func (s *site) lacks(attr *attribute) bool {
	if s.given(attr.Name) {
		return false
	}
	if !attr.Required && attr.Default == nil {
		return !s.replaced(attr)
	}
	return attr.Required
}

// given reports whether a block may have an attribute: it is written, and not certainly null.
func (s *site) given(name string) bool {
	if s.dynamic(name) || len(s.block.Blocks(name)) > 0 {
		return true
	}
	arg := s.block.Arg(name)
	if arg == nil {
		return false
	}
	plain, _ := arg.Value().Unmark()
	return !plain.IsKnown() || !plain.IsNull() || arg.MayBeDefaulted() || s.perhaps(arg)
}

// replaced reports whether a deprecated spelling of the attribute stands in for it.
func (s *site) replaced(attr *attribute) bool {
	return slices.ContainsFunc(attr.older, func(older *attribute) bool { return s.given(older.Name) })
}

// WrongTypes finds values that cannot be converted to the type of their argument.
func WrongTypes(c *schema.Config, report func(Breach)) {
	if c.Planned {
		return // the provider took what was planned
	}
	eachSite(c, func(s *site) {
		for i := range s.settings {
			attr, arg := s.settings[i].attr, s.settings[i].arg
			if arg == nil || attr.Block || attr.ReadOnly() || s.perhaps(arg) {
				continue
			}
			if why := mismatch(arg.Value(), attr); why != "" {
				report(Breach{Subject: s.resource, At: arg.Range(), Message: fmt.Sprintf(
					"%s of %s takes %s, not %s", attr.path, s.resource, typeName(attr.Attr), why)})
			}
		}
	})
}

// mismatch says what a value is that its argument does not take, "" where it takes it or nothing is certain.
func mismatch(raw cty.Value, attr *attribute) string {
	want := attr.implied
	plain := terraform.Unmarked(raw)
	have := plain.Type()
	if want == cty.DynamicPseudoType || have == cty.DynamicPseudoType || (plain.IsKnown() && plain.IsNull()) {
		return ""
	}
	// An outer type that does not fit never will, whatever is inside.
	if outer(want) != outer(have) {
		if want.IsPrimitiveType() && have.IsObjectType() && have.HasAttribute("id") {
			return "a whole resource: one of its attributes is meant, such as id"
		}
		return "a " + friendly(have)
	}
	if !plain.IsWhollyKnown() {
		return ""
	}
	converted, err := convert.Convert(plain, want)
	if err != nil {
		switch text, ok := printed(plain); {
		case !ok:
			return "what is written here"
		case attr.Sensitive || terraform.Sensitive(raw):
			return "a " + friendly(have)
		case have == cty.String:
			return fmt.Sprintf("the text %q", text)
		default:
			return text
		}
	}
	if attr.Type == facts.Int && converted.IsKnown() && !converted.IsNull() && !whole(converted.AsBigFloat()) {
		return converted.AsBigFloat().Text('f', -1)
	}
	return ""
}

// outer tells single values, lists and maps apart.
func outer(ty cty.Type) int {
	switch {
	case ty.IsPrimitiveType():
		return 1
	case ty.IsListType(), ty.IsSetType(), ty.IsTupleType():
		return 2
	}
	return 3
}

func whole(f *big.Float) bool { return f.IsInt() }

// typeName is how messages say what an argument takes.
func typeName(attr *facts.Attr) string {
	switch attr.Type {
	case facts.String:
		return "a text"
	case facts.Int:
		return "a whole number"
	case facts.Float:
		return "a number"
	case facts.Bool:
		return "true or false"
	case facts.List, facts.Set:
		if attr.Elem != nil {
			return "a list, each item " + typeName(attr.Elem)
		}
		return "a list"
	case facts.Map:
		return "a map"
	}
	return "another type"
}

func friendly(ty cty.Type) string {
	switch {
	case ty == cty.String:
		return "text"
	case ty == cty.Bool:
		return "truth value"
	case ty.IsObjectType(), ty.IsMapType():
		return "map"
	case ty.IsTupleType(), ty.IsListType(), ty.IsSetType():
		return "list"
	}
	return strings.TrimPrefix(ty.FriendlyName(), "a ")
}
