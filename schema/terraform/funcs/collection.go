package funcs

import (
	"math/big"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

func collection() map[string]function.Function {
	list := param("list", cty.DynamicPseudoType)
	bools := param("list", cty.List(cty.Bool))
	return map[string]function.Function{
		"alltrue":         computed(cty.Bool, decided(cty.False), bools),
		"anytrue":         computed(cty.Bool, decided(cty.True), bools),
		"chunklist":       hoisting(stdlib.ChunklistFunc),
		"coalesce":        picked(&function.Parameter{Name: "vals", Type: cty.DynamicPseudoType}, coalesce),
		"coalescelist":    picked(&function.Parameter{Name: "vals", Type: cty.DynamicPseudoType}, coalesceList),
		"compact":         picked(nil, compact, param("list", cty.List(cty.String))),
		"concat":          hoisting(stdlib.ConcatFunc),
		"contains":        hoisting(stdlib.ContainsFunc),
		"distinct":        picked(nil, distinct, param("list", cty.List(cty.DynamicPseudoType))),
		"element":         picked(nil, element, list, param("index", cty.Number)),
		"flatten":         hoisting(stdlib.FlattenFunc),
		"index":           computed(cty.Number, index, list, function.Parameter{Name: "value", Type: cty.DynamicPseudoType, AllowNull: true}),
		"keys":            hoisting(stdlib.KeysFunc),
		"length":          picked(nil, length, param("value", cty.DynamicPseudoType)),
		"list":            removed("list", "tolist([...])"),
		"lookup":          lookupFunc,
		"map":             removed("map", "tomap({...})"),
		"matchkeys":       matchKeysFunc,
		"merge":           picked(&function.Parameter{Name: "maps", Type: cty.DynamicPseudoType}, merge),
		"one":             picked(nil, one, list),
		"range":           hoisting(stdlib.RangeFunc),
		"reverse":         hoisting(stdlib.ReverseListFunc),
		"setintersection": hoisting(stdlib.SetIntersectionFunc),
		"setproduct":      hoisting(setProduct),
		"setsubtract":     hoisting(stdlib.SetSubtractFunc),
		"setunion":        hoisting(stdlib.SetUnionFunc),
		"slice":           hoisting(stdlib.SliceFunc),
		"sort":            picked(nil, sortStrings, param("list", cty.List(cty.String))),
		"transpose":       computed(cty.Map(cty.List(cty.String)), transpose, param("values", cty.Map(cty.List(cty.String)))),
		"values":          hoisting(stdlib.ValuesFunc),
		"zipmap":          hoisting(stdlib.ZipmapFunc),
	}
}

// removed is a function that Terraform still names but no longer has.
func removed(name, instead string) function.Function {
	return function.New(&function.Spec{
		VarParam: &function.Parameter{
			Name: "vals", Type: cty.DynamicPseudoType,
			AllowNull: true, AllowUnknown: true, AllowDynamicType: true, AllowMarked: true,
		},
		Type: func([]cty.Value) (cty.Type, error) {
			return cty.DynamicPseudoType, function.NewArgErrorf(0, "the %q function was removed in Terraform v0.15; use %s", name, instead)
		},
		Impl: func([]cty.Value, cty.Type) (cty.Value, error) { return cty.DynamicVal, nil },
	})
}

// decided looks for the element that settles a list of conditions. A null is
// not true.
func decided(by cty.Value) impl {
	return func(args []cty.Value) (cty.Value, error) {
		undecided := false
		for it := args[0].ElementIterator(); it.Next(); {
			_, v := it.Element()
			switch {
			case !v.IsKnown():
				undecided = true
			case v.IsNull():
				v = cty.False
				fallthrough
			default:
				if v.RawEquals(by) {
					return by, nil
				}
			}
		}
		if undecided {
			return unknown(cty.Bool), nil
		}
		return by.Not(), nil
	}
}

// length counts elements, or the characters of a string. The number of
// elements says nothing about them, so their marks stay behind.
func length(args []cty.Value) (cty.Value, error) {
	v, marks := args[0].Unmark()
	ty := v.Type()
	count := unknown(cty.Number)
	switch {
	case ty == cty.DynamicPseudoType && !v.IsKnown():
	case v.IsNull():
		return cty.NilVal, function.NewArgErrorf(0, "argument must not be null")
	case ty == cty.String:
		n, err := stdlib.Strlen(v)
		if err != nil {
			return cty.NilVal, err
		}
		count = n
	case ty.IsTupleType():
		count = cty.NumberIntVal(int64(ty.Length()))
	case ty.IsObjectType():
		count = cty.NumberIntVal(int64(len(ty.AttributeTypes())))
	case ty.IsCollectionType():
		count = v.Length()
	default:
		return cty.NilVal, function.NewArgErrorf(0, "argument must be a string, a collection type, or a structural type")
	}
	return count.WithMarks(marks), nil
}

// index finds the position of the first element equal to a value.
func index(args []cty.Value) (cty.Value, error) {
	list := args[0]
	if ty := list.Type(); !ty.IsListType() && !ty.IsTupleType() {
		return cty.NilVal, function.NewArgErrorf(0, "argument must be a list or tuple")
	}
	if list.LengthInt() == 0 {
		return cty.NilVal, function.NewArgErrorf(0, "cannot search an empty list")
	}
	for it := list.ElementIterator(); it.Next(); {
		i, v := it.Element()
		equal, err := stdlib.Equal(v, args[1])
		if err != nil {
			return cty.NilVal, err
		}
		if !equal.IsKnown() {
			return unknown(cty.Number), nil
		}
		if equal.True() {
			return i, nil
		}
	}
	return cty.NilVal, function.NewArgErrorf(1, "item not found")
}

// transpose swaps the keys of a map of lists with the strings in the lists.
func transpose(args []cty.Value) (cty.Value, error) {
	if !args[0].IsWhollyKnown() {
		return unknown(args[0].Type()), nil
	}
	lists := map[string][]cty.Value{}
	for it := args[0].ElementIterator(); it.Next(); {
		key, list := it.Element()
		if list.IsNull() {
			return cty.NilVal, function.NewArgErrorf(0, "input must not contain null lists")
		}
		for in := list.ElementIterator(); in.Next(); {
			_, v := in.Element()
			if v.IsNull() {
				return cty.NilVal, function.NewArgErrorf(0, "input must not contain null list elements")
			}
			lists[v.AsString()] = append(lists[v.AsString()], key)
		}
	}
	if len(lists) == 0 {
		return cty.MapValEmpty(cty.List(cty.String)), nil
	}
	out := make(map[string]cty.Value, len(lists))
	for k, vs := range lists {
		out[k] = cty.ListVal(vs)
	}
	return cty.MapVal(out), nil
}

var setProduct = function.New(&function.Spec{
	VarParam: &function.Parameter{Name: "sets", Type: cty.DynamicPseudoType, AllowMarked: true, AllowUnknown: true},
	Type:     stdlib.SetProductFunc.ReturnTypeForValues,
	Impl: func(args []cty.Value, ret cty.Type) (cty.Value, error) {
		size := len(args)
		for _, arg := range args {
			if v, _ := arg.Unmark(); v.IsKnown() {
				if n := v.LengthInt(); n > 0 {
					size = growth("", size, n)
				}
			}
			// Every member of the product is a value of its own.
			if size > maxElements {
				return cty.UnknownVal(ret), nil
			}
		}
		return stdlib.SetProductFunc.Call(args)
	},
})

// merge joins maps or objects; those that are null count as empty.
func merge(args []cty.Value) (cty.Value, error) {
	v, err := stdlib.MergeFunc.Call(args)
	if err != nil {
		return cty.NilVal, err
	}
	for _, arg := range args {
		if !arg.IsKnown() {
			return v.WithMarks(deepMarks(args...)), nil
		}
		if arg.IsNull() {
			v = v.WithMarks(deepMarks(arg))
		}
	}
	return v, nil
}

// element returns the element at an index that wraps around at both ends.
func element(args []cty.Value) (cty.Value, error) {
	list, listMarks := args[0].Unmark()
	at, atMarks := args[1].Unmark()
	ty := list.Type()
	switch {
	case ty == cty.DynamicPseudoType && !list.IsKnown():
		return cty.DynamicVal.WithMarks(deepMarks(args...)), nil
	case !ty.IsListType() && !ty.IsTupleType():
		return cty.NilVal, function.NewArgErrorf(0, "cannot read elements from %s", ty.FriendlyName())
	case list.IsNull():
		return cty.NilVal, function.NewArgErrorf(0, "argument must not be null")
	case at.IsNull():
		return cty.NilVal, function.NewArgErrorf(1, "argument must not be null")
	case !at.IsKnown() || ty.IsListType() && !list.IsKnown():
		result := cty.DynamicPseudoType
		if ty.IsListType() {
			result = ty.ElementType()
		}
		return cty.UnknownVal(result).WithMarks(deepMarks(args...)), nil
	case list.LengthInt() == 0:
		return cty.NilVal, function.NewArgErrorf(0, "cannot use element function with an empty list")
	}
	n, err := wholeNumber(at, 1)
	if err != nil {
		return cty.NilVal, err
	}
	n.Mod(n, big.NewInt(int64(list.LengthInt())))
	return list.Index(cty.NumberIntVal(n.Int64())).WithMarks(listMarks, atMarks), nil
}

// one returns the only element of a sequence, or null where there is none.
func one(args []cty.Value) (cty.Value, error) {
	list, marks := args[0].Unmark()
	ty := list.Type()
	switch {
	case ty == cty.DynamicPseudoType && !list.IsKnown():
		return cty.DynamicVal.WithMarks(marks), nil
	case !isSequence(ty):
		return cty.NilVal, function.NewArgErrorf(0, "must be a list, set, or tuple value with either zero or one elements")
	case list.IsNull():
		return cty.NilVal, function.NewArgErrorf(0, "argument must not be null")
	case !ty.IsTupleType() && (!list.IsKnown() || !list.Length().IsKnown()):
		return cty.UnknownVal(ty.ElementType()).WithMarks(deepMarks(args...)), nil
	}
	switch list.LengthInt() {
	case 0:
		empty := cty.DynamicPseudoType
		if !ty.IsTupleType() {
			empty = ty.ElementType()
		}
		return cty.NullVal(empty).WithMarks(marks), nil
	case 1:
		if !list.IsKnown() { // A tuple: its type tells that of the element.
			return cty.UnknownVal(ty.TupleElementType(0)).WithMarks(marks), nil
		}
		return list.AsValueSlice()[0].WithMarks(marks), nil
	}
	return cty.NilVal, function.NewArgErrorf(0, "must be a list, set, or tuple value with either zero or one elements")
}

// coalesce returns the first argument that is neither null nor an empty string.
func coalesce(args []cty.Value) (cty.Value, error) {
	types := make([]cty.Type, len(args))
	for i, arg := range args {
		types[i] = arg.Type()
	}
	ty, _ := convert.UnifyUnsafe(types)
	if len(args) == 0 || ty == cty.NilType {
		return cty.NilVal, function.NewArgErrorf(0, "all arguments must have the same type")
	}
	var skipped cty.ValueMarks
	for i, arg := range args {
		v, marks := arg.Unmark()
		if !v.IsKnown() {
			rng := v.Range()
			if !rng.DefinitelyNotNull() || v.Type() == cty.String && rng.StringPrefix() == "" {
				return unknown(ty).WithMarks(deepMarks(args[i:]...), skipped), nil
			}
		} else if v.IsNull() || v.Type() == cty.String && v.AsString() == "" {
			skipped = cty.NewValueMarks(skipped, marks)
			continue
		}
		chosen, err := convert.Convert(arg, ty)
		if err != nil {
			return cty.NilVal, function.NewArgError(i, err)
		}
		return chosen.WithMarks(skipped), nil
	}
	return cty.NilVal, function.NewArgErrorf(0, "no non-null, non-empty-string arguments")
}

// coalesceList returns the first argument that has elements.
func coalesceList(args []cty.Value) (cty.Value, error) {
	var skipped cty.ValueMarks
	for i, arg := range args {
		v, marks := arg.Unmark()
		ty := v.Type()
		switch {
		case ty != cty.DynamicPseudoType && !ty.IsListType() && !ty.IsTupleType(), v.IsKnown() && ty == cty.DynamicPseudoType:
			return cty.NilVal, function.NewArgErrorf(i, "coalescelist arguments must be lists or tuples")
		case ty.IsTupleType() && !v.IsNull() && ty.Length() > 0:
			return arg.WithMarks(skipped), nil
		case !v.IsKnown():
			return cty.DynamicVal.WithMarks(deepMarks(args[i:]...), skipped), nil
		case v.IsNull() || v.LengthInt() == 0:
			skipped = cty.NewValueMarks(skipped, marks)
		default:
			return arg.WithMarks(skipped), nil
		}
	}
	return cty.NilVal, function.NewArgErrorf(0, "no non-null arguments")
}
