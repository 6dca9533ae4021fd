package funcs

import (
	"cmp"
	"slices"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

// elements returns the elements of a known list together with the marks of the
// list itself. It reports false where the list or, deep inside, any of its
// elements is unknown, and the marks are then those of all of it.
func elements(arg cty.Value, i int) (vs []cty.Value, marks cty.ValueMarks, known bool, err error) {
	v, marks := arg.Unmark()
	switch {
	case v.IsNull():
		return nil, nil, false, function.NewArgErrorf(i, "argument must not be null")
	case !v.IsWhollyKnown():
		return nil, deepMarks(arg), false, nil
	}
	return v.AsValueSlice(), marks, true, nil
}

func listOf(ty cty.Type, vs []cty.Value) cty.Value {
	if len(vs) == 0 {
		return cty.ListValEmpty(ty)
	}
	return cty.ListVal(vs)
}

// compact drops what is null or empty. A dropped element leaves its marks on
// the list, which is shorter for it.
func compact(args []cty.Value) (cty.Value, error) {
	vs, marks, known, err := elements(args[0], 0)
	if err != nil || !known {
		return unknown(cty.List(cty.String)).WithMarks(marks), err
	}
	kept := make([]cty.Value, 0, len(vs))
	for _, v := range vs {
		raw, m := v.Unmark()
		if raw.IsNull() || raw.AsString() == "" {
			marks = cty.NewValueMarks(marks, m)
			continue
		}
		kept = append(kept, v)
	}
	return listOf(cty.String, kept).WithMarks(marks), nil
}

// valueSet finds known, unmarked values equal to a given one.
type valueSet map[int][]member

type member struct {
	value cty.Value
	at    int
}

// find returns the position with which an equal value was added, or -1.
func (s valueSet) find(v cty.Value) int {
	for _, m := range s[v.Hash()] {
		if m.value.RawEquals(v) {
			return m.at
		}
	}
	return -1
}

func (s valueSet) add(v cty.Value, at int) {
	h := v.Hash()
	s[h] = append(s[h], member{v, at})
}

// distinct keeps the first of equal elements, which takes on the marks of the
// others.
func distinct(args []cty.Value) (cty.Value, error) {
	vs, marks, known, err := elements(args[0], 0)
	if err != nil || !known {
		return unknown(args[0].Type()).WithMarks(marks), err
	}
	seen := valueSet{}
	kept := make([]cty.Value, 0, len(vs))
	for _, v := range vs {
		raw, m := v.UnmarkDeep()
		if at := seen.find(raw); at >= 0 {
			kept[at] = kept[at].WithMarks(m)
			continue
		}
		seen.add(raw, len(kept))
		kept = append(kept, v)
	}
	return listOf(args[0].Type().ElementType(), kept).WithMarks(marks), nil
}

// sortStrings orders a list of strings by code point.
func sortStrings(args []cty.Value) (cty.Value, error) {
	vs, marks, known, err := elements(args[0], 0)
	if err != nil || !known {
		return unknown(cty.List(cty.String)).WithMarks(marks), err
	}
	type entry struct {
		text  string
		value cty.Value
	}
	entries := make([]entry, len(vs))
	for i, v := range vs {
		raw, _ := v.Unmark()
		if raw.IsNull() {
			return cty.NilVal, function.NewArgErrorf(0, "given list element %d is null; a null string cannot be sorted", i)
		}
		entries[i] = entry{raw.AsString(), v}
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(a.text, b.text) })
	for i, e := range entries {
		vs[i] = e.value
	}
	return listOf(cty.String, vs).WithMarks(marks), nil
}

// matchKeysFunc selects those values whose keys occur in a search set. Which
// ones they are depends on all the keys, whose marks the list takes on.
var matchKeysFunc = picked(nil, func(args []cty.Value) (cty.Value, error) {
	values, marks := args[0].Unmark()
	ety, _ := convert.UnifyUnsafe([]cty.Type{args[1].Type().ElementType(), args[2].Type().ElementType()})
	if ety == cty.NilType {
		return cty.NilVal, function.NewArgErrorf(1, "list of keys and searchset must be of the same type")
	}
	var sides [2][]cty.Value
	for i := range sides {
		list, m := args[i+1].UnmarkDeep()
		marks = cty.NewValueMarks(marks, m)
		if list.IsNull() {
			return cty.NilVal, function.NewArgErrorf(i+1, "argument must not be null")
		}
		list, err := convert.Convert(list, cty.List(ety))
		if err != nil {
			return cty.NilVal, function.NewArgError(i+1, err)
		}
		if !list.IsWhollyKnown() {
			return unknown(values.Type()).WithMarks(deepMarks(args...)), nil
		}
		sides[i] = list.AsValueSlice()
	}
	switch {
	case values.IsNull():
		return cty.NilVal, function.NewArgErrorf(0, "argument must not be null")
	case !values.IsKnown():
		return unknown(values.Type()).WithMarks(marks), nil
	case values.LengthInt() != len(sides[0]):
		return cty.NilVal, function.NewArgErrorf(1, "length of keys and values should be equal")
	}
	wanted := valueSet{}
	for i, v := range sides[1] {
		if wanted.find(v) < 0 {
			wanted.add(v, i)
		}
	}
	var kept []cty.Value
	for i, v := range values.AsValueSlice() {
		if wanted.find(sides[0][i]) >= 0 {
			kept = append(kept, v)
		}
	}
	return listOf(values.Type().ElementType(), kept).WithMarks(marks), nil
},
	param("values", cty.List(cty.DynamicPseudoType)),
	param("keys", cty.List(cty.DynamicPseudoType)),
	param("searchset", cty.List(cty.DynamicPseudoType)))

// lookupFunc returns the element or attribute with a given name, or else a
// default.
var lookupFunc = picked(&function.Parameter{Name: "default", Type: cty.DynamicPseudoType},
	func(args []cty.Value) (cty.Value, error) {
		if len(args) > 3 {
			return cty.NilVal, function.NewArgErrorf(3, "lookup() takes two or three arguments, got %d", len(args))
		}
		from, fromMarks := args[0].Unmark()
		key, keyMarks := args[1].Unmark()
		ty := from.Type()
		switch {
		case ty == cty.DynamicPseudoType && !from.IsKnown():
			return cty.DynamicVal.WithMarks(deepMarks(args...)), nil
		case !ty.IsMapType() && !ty.IsObjectType():
			return cty.NilVal, function.NewArgErrorf(0, "lookup() requires a map as the first argument")
		case from.IsNull():
			return cty.NilVal, function.NewArgErrorf(0, "argument must not be null")
		case key.IsNull():
			return cty.NilVal, function.NewArgErrorf(1, "argument must not be null")
		}
		result := cty.DynamicPseudoType
		if ty.IsMapType() {
			result = ty.ElementType()
		}
		otherwise := cty.NilVal
		if len(args) == 3 {
			var err error
			if otherwise, err = convert.Convert(args[2], result); err != nil {
				return cty.NilVal, function.NewArgErrorf(2, "the default value must have the same type as the map elements")
			}
		}
		if !key.IsKnown() || ty.IsMapType() && !from.IsKnown() {
			return cty.UnknownVal(result).WithMarks(deepMarks(args...)), nil
		}
		name := key.AsString()
		switch {
		case ty.IsObjectType() && ty.HasAttribute(name):
			return from.GetAttr(name).WithMarks(fromMarks, keyMarks), nil
		case ty.IsMapType() && from.HasIndex(key).True():
			return from.Index(key).WithMarks(fromMarks, keyMarks), nil
		case otherwise != cty.NilVal:
			return otherwise.WithMarks(fromMarks, keyMarks), nil
		}
		return cty.NilVal, function.NewArgErrorf(1, "the given map has no element with that key")
	},
	param("inputMap", cty.DynamicPseudoType), param("key", cty.String))
