package funcs

import (
	"math/big"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

func numeric() map[string]function.Function {
	return map[string]function.Function{
		"abs":      hoisting(stdlib.AbsoluteFunc),
		"ceil":     hoisting(stdlib.CeilFunc),
		"floor":    hoisting(stdlib.FloorFunc),
		"log":      hoisting(stdlib.LogFunc),
		"max":      hoisting(stdlib.MaxFunc),
		"min":      hoisting(stdlib.MinFunc),
		"parseint": hoisting(parseInt),
		"pow":      hoisting(stdlib.PowFunc),
		"signum":   hoisting(stdlib.SignumFunc),
		"sum":      computed(cty.Number, sum, param("list", cty.DynamicPseudoType)),
	}
}

// maxDigits bounds what parseint converts, which takes more than linear time.
const maxDigits = 1 << 14

var parseInt = function.New(&function.Spec{
	Params: []function.Parameter{param("number", cty.DynamicPseudoType), param("base", cty.Number)},
	Type: func(args []cty.Value) (cty.Type, error) {
		if ty := args[0].Type(); ty != cty.String && ty != cty.DynamicPseudoType {
			return cty.NilType, function.NewArgErrorf(0, "first argument must be a string, not %s", ty.FriendlyName())
		}
		return cty.Number, nil
	},
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if len(args[0].AsString()) > maxDigits {
			return unknown(cty.Number), nil
		}
		return stdlib.ParseInt(args[0], args[1])
	},
})

// sum adds the elements of a list, set or tuple of numbers, of which there must
// be at least one.
func sum(args []cty.Value) (cty.Value, error) {
	list := args[0]
	if !isSequence(list.Type()) {
		return cty.NilVal, function.NewArgErrorf(0, "argument must be list, set, or tuple. Received %s", list.Type().FriendlyName())
	}
	if !list.IsWhollyKnown() {
		return unknown(cty.Number), nil
	}
	if list.LengthInt() == 0 {
		return cty.NilVal, function.NewArgErrorf(0, "cannot sum an empty list")
	}
	total := cty.Zero
	for it := list.ElementIterator(); it.Next(); {
		_, v := it.Element()
		n, err := convert.Convert(v, cty.Number)
		if err != nil || n.IsNull() {
			return cty.NilVal, function.NewArgErrorf(0, "argument must be list, set, or tuple of number values")
		}
		// Infinities of opposite sign have no sum, and adding them panics.
		if a, b := total.AsBigFloat(), n.AsBigFloat(); a.IsInf() && b.IsInf() && a.Sign() != b.Sign() {
			return cty.NilVal, function.NewArgErrorf(0, "can't compute sum of opposing infinities")
		}
		total = total.Add(n)
	}
	return total, nil
}

// wholeNumber returns a known number as an integer.
func wholeNumber(v cty.Value, arg int) (*big.Int, error) {
	f := v.AsBigFloat()
	if !f.IsInt() {
		return nil, function.NewArgErrorf(arg, "a whole number is required")
	}
	n, _ := f.Int(nil)
	return n, nil
}

// isSequence reports whether values of the type have elements without names.
func isSequence(ty cty.Type) bool {
	return ty.IsListType() || ty.IsSetType() || ty.IsTupleType()
}
