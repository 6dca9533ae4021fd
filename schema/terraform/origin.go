package terraform

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/funcs"
)

// Origin is the cty mark of a value that the provider computes: which attribute of which instance it will be.
type Origin struct {
	Instance *Instance
	// Attr is the attribute's name, "" where a symbolic instance was read through an unknown key and the attribute
	// can no longer be told.
	Attr string
}

// undecided is the cty mark of an unknown value that something outside the configuration decides: an input without a
// value, a key that is not known. What carries it beside an origin may be that origin, and may be something else.
type undecided struct{}

// decidedElsewhere is the value of what cannot be told.
var decidedElsewhere = cty.DynamicVal.Mark(undecided{})

// unknownOf is a value of a type that cannot be told.
func unknownOf(ty cty.Type) cty.Value { return cty.UnknownVal(ty).Mark(undecided{}) }

// Undecided reports whether something outside the configuration decides what the value, or a part of it, is.
func Undecided(v cty.Value) bool { return hasMark(v, undecided{}) }

// flat reports whether a value has no parts, so that all its marks are its own.
func flat(v cty.Value) bool {
	ty := v.Type()
	return ty.IsPrimitiveType() || ty == cty.DynamicPseudoType
}

// Unmarked answers a value without its marks, those of its parts among them.
func Unmarked(v cty.Value) cty.Value {
	if flat(v) {
		v, _ = v.Unmark()
		return v
	}
	v, _ = v.UnmarkDeep()
	return v
}

func hasMark(v cty.Value, mark any) bool {
	if flat(v) {
		return v.HasMark(mark)
	}
	if !v.ContainsMarked() {
		return false
	}
	_, paths := v.UnmarkDeepWithPaths()
	for _, path := range paths {
		if _, ok := path.Marks[mark]; ok {
			return true
		}
	}
	return false
}

// Origins lists the origins that a value carries, anywhere inside it. More than one means that the value is one of
// them or made of them; none is no proof that the value has no origin, because some operations on unknown values
// forget.
func Origins(v cty.Value) []Origin {
	if flat(v) {
		var origins []Origin
		if v.IsMarked() {
			for mark := range v.Marks() {
				if origin, ok := mark.(Origin); ok {
					origins = append(origins, origin)
				}
			}
			sortOrigins(origins)
		}
		return origins
	}
	if !v.ContainsMarked() {
		return nil
	}
	_, paths := v.UnmarkDeepWithPaths()
	seen := map[Origin]bool{}
	var origins []Origin
	for _, path := range paths {
		for mark := range path.Marks {
			if origin, ok := mark.(Origin); ok && !seen[origin] {
				seen[origin] = true
				origins = append(origins, origin)
			}
		}
	}
	sortOrigins(origins)
	return origins
}

// Sensitive reports whether a value, or a part of it, must not be shown.
func Sensitive(v cty.Value) bool { return hasMark(v, funcs.Sensitive) }

// sensitivity answers the marks of v that a value chosen by v inherits: that it is a secret, but not where v came from.
func sensitivity(v cty.Value) cty.ValueMarks {
	if Sensitive(v) {
		return cty.NewValueMarks(funcs.Sensitive)
	}
	return nil
}
