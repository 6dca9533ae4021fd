package terraform

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/funcs"
)

// Origin is the cty mark of a value that the provider computes: which attribute of which instance it will be.
type Origin struct {
	Instance *Instance
	// Attr is the attribute's name, "" where a symbolic instance was read through an unknown key and the attribute
	// is not known any more.
	Attr string
}

// unknownOf is a value of a type of which nothing else is known.
func unknownOf(ty cty.Type) cty.Value { return cty.UnknownVal(ty).Mark(configs.UndecidedMark{}) }

// Undecided reports whether something outside the configuration decides what the value, or a part of it, is.
func Undecided(v cty.Value) bool { return UndecidedOtherwise(v) || len(UnreadCalls(v)) > 0 }

// UndecidedOtherwise reports whether something else decides it than the modules of [UnreadCalls].
func UndecidedOtherwise(v cty.Value) bool { return hasMark(v, configs.UndecidedMark{}) }

// flat reports whether a value has no parts, so that all its marks are its own.
func flat(v cty.Value) bool {
	ty := v.Type()
	return ty.IsPrimitiveType() || ty == cty.DynamicPseudoType
}

// Unmarked returns a value without its marks, those of its parts among them.
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

// inferred is the mark of a value whose origin follows from where it stands alone.
type inferred struct{}

// Inferred reports whether the value's origin only follows from where it stands: another instance of the same resource is
// not ruled out.
func Inferred(v cty.Value) bool { return v != cty.NilVal && hasMark(v, inferred{}) }

// MarkInferred marks a value as [Inferred].
func MarkInferred(v cty.Value) cty.Value { return v.Mark(inferred{}) }

// MarkSensitive marks a value that must not be shown.
func MarkSensitive(v cty.Value) cty.Value { return v.Mark(funcs.Sensitive) }

// ComputedValue is an unknown value that will be an attribute of an instance, and nothing else.
func ComputedValue(i *Instance, attr string) cty.Value {
	return cty.UnknownVal(cty.String).RefineNotNull().Mark(Origin{Instance: i, Attr: attr})
}

// AnyOf is an unknown value that may be made from the instances, or from something else.
func AnyOf(instances ...*Instance) cty.Value {
	v := configs.Undecided
	for _, i := range instances {
		v = v.Mark(Origin{Instance: i})
	}
	return v
}

// MapOrigins exchanges the instances in a value's origins. An origin whose instance has no counterpart leaves a value that
// something else decides.
func MapOrigins(v cty.Value, counterpart func(*Instance) *Instance) cty.Value {
	if !v.ContainsMarked() {
		return v
	}
	plain, paths := v.UnmarkDeepWithPaths()
	for n, path := range paths {
		marks := cty.ValueMarks{}
		for mark := range path.Marks {
			if origin, ok := mark.(Origin); ok {
				if origin.Instance = counterpart(origin.Instance); origin.Instance != nil {
					mark = origin
				} else {
					mark = configs.UndecidedMark{}
				}
			}
			marks[mark] = struct{}{}
		}
		paths[n].Marks = marks
	}
	return plain.MarkWithPaths(paths)
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

// SensitiveTexts returns the strings and numbers in a value that must not be shown, as far as they are known.
func SensitiveTexts(v cty.Value) []string { return sensitiveTexts(nil, v, false) }

func sensitiveTexts(texts []string, v cty.Value, hidden bool) []string {
	if v == cty.NilVal {
		return texts
	}
	hidden = hidden || v.HasMark(funcs.Sensitive)
	v, _ = v.Unmark()
	switch {
	case !v.IsKnown() || v.IsNull():
	case v.CanIterateElements():
		for it := v.ElementIterator(); it.Next(); {
			_, item := it.Element()
			texts = sensitiveTexts(texts, item, hidden)
		}
	case hidden && v.Type() == cty.String:
		texts = append(texts, v.AsString())
	case hidden && v.Type() == cty.Number:
		texts = append(texts, v.AsBigFloat().Text('f', -1))
	}
	return texts
}

// sensitivity returns the marks of v that a value chosen by v inherits: that it is a secret, but not where v came from.
func sensitivity(v cty.Value) cty.ValueMarks {
	if Sensitive(v) {
		return cty.NewValueMarks(funcs.Sensitive)
	}
	return nil
}
