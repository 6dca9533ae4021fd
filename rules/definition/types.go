package definition

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
)

// WrongTypes finds values that cannot be converted to the type of their argument.
func WrongTypes(p *lint.Pass) {
	if p.Planned {
		p.Idle(takenByProvider)
		return
	}
	if !judges(p, noResource, everything) {
		return
	}
	eachBlock(p.Config, func(b *blockContext) {
		for i := range b.states {
			attr, arg := b.states[i].attr, b.states[i].arg
			if arg == nil || attr.Block || attr.ReadOnly() || b.perhaps(arg) {
				continue
			}
			if !terraform.Unmarked(arg.Value()).IsWhollyKnown() {
				b.states[i].ask()
			}
			have := mismatch(arg.Value(), attr)
			if have == "" {
				checkNulls(p, b, attr, arg)
				continue
			}
			want := typeName(attr.Attr)
			if n, err := strconv.ParseFloat(have, 64); err == nil && attr.Type == facts.Int {
				want = "a whole number"
				if n == math.Trunc(n) {
					want = "a number of 64 bits"
				}
			}
			f := preclude(p.Reportf(b.resource, lint.At(arg.Range()), "%s of %s must be %s, but is %s: the plan fails", attr.path, b.resource, want, have)).
				Remedyf("set %s to %s", attr.path, want)
			if have == wholeResource {
				f.Remedyf("use one of its attributes in %s, such as id", attr.path)
			}
		}
	})
}

// checkNulls reports a null element of a list, which Terraform passes on and the provider's SDK refuses. One that comes of an
// input is there to be filled in.
func checkNulls(p *lint.Pass, b *blockContext, attr *attribute, arg *terraform.Argument) {
	if attr.Type != facts.List && attr.Type != facts.Set {
		return
	}
	plain := terraform.Unmarked(arg.Value())
	if !plain.IsKnown() || plain.IsNull() || arg.MayBeDefaulted() {
		return
	}
	isNull := func(v cty.Value) bool { return v.IsKnown() && v.IsNull() }
	if !slices.ContainsFunc(plain.AsValueSlice(), isNull) {
		return
	}
	at := arg.Range()
	elements, _ := arg.Elements()
	if n := slices.IndexFunc(elements, func(e terraform.Element) bool { return isNull(terraform.Unmarked(e.Value)) }); n >= 0 {
		at = elements[n].Range
	}
	preclude(p.Reportf(b.resource, lint.At(at), "%s of %s has an element that is null: the plan fails", attr.path, b.resource)).
		Remedyf("leave out of %s what is null", attr.path)
}

// wholeResource is what a resource is where one of its attributes is meant.
const wholeResource = "a whole resource"

// mismatch returns what a value is that its argument does not take, "" where it takes it or nothing is certain.
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
			return wholeResource
		}
		return "a " + outerName(have)
	}
	if !plain.IsWhollyKnown() {
		return ""
	}
	converted, err := convert.Convert(plain, want)
	if err != nil {
		switch text, ok := printed(plain); {
		case !ok:
			return "something else"
		case attr.Sensitive || terraform.Sensitive(raw):
			return "a " + outerName(have)
		case have == cty.String:
			return "the string " + strconv.Quote(text)
		default:
			return text
		}
	}
	if attr.Type == facts.Int && converted.IsKnown() && !converted.IsNull() && !whole(converted.AsBigFloat()) {
		return converted.AsBigFloat().Text('g', -1)
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

// whole reports whether a number is one that the provider can take for a whole one: its own have 64 bits.
func whole(f *big.Float) bool {
	_, accuracy := f.Int64()
	return accuracy == big.Exact
}

// typeName is what messages call the type of an argument: a list of strings.
func typeName(a *facts.Attr) string {
	switch {
	case a.Type == facts.Int, a.Type == facts.Float:
		return "a number"
	case a.Elem != nil:
		return "a " + string(a.Type) + " of " + strings.TrimPrefix(typeName(a.Elem), "a ") + "s"
	}
	return "a " + string(a.Type)
}

// outerName is what messages call the type of a value.
func outerName(ty cty.Type) string {
	switch outer(ty) {
	case 1:
		return ty.FriendlyName()
	case 2:
		return "list"
	}
	return "map"
}
