package funcs

import (
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

func conversion() map[string]function.Function {
	value := param("value", cty.DynamicPseudoType)
	return map[string]function.Function{
		"can":             canFunc,
		"ephemeralasnull": picked(nil, same, value),
		"issensitive":     picked(nil, isSensitive, value),
		"nonsensitive":    picked(nil, nonsensitive, value),
		"sensitive":       picked(nil, sensitive, value),
		"tobool":          convertTo(cty.Bool),
		"tolist":          convertTo(cty.List(cty.DynamicPseudoType)),
		"tomap":           convertTo(cty.Map(cty.DynamicPseudoType)),
		"tonumber":        convertTo(cty.Number),
		"toset":           convertTo(cty.Set(cty.DynamicPseudoType)),
		"tostring":        convertTo(cty.String),
		"try":             tryFunc,
		"type":            hoisting(typeFunc),
	}
}

// convertTo makes the conversion to a type, which leaves the elements of lists
// and maps their own marks.
func convertTo(want cty.Type) function.Function {
	return picked(nil, func(args []cty.Value) (cty.Value, error) {
		v, err := convert.Convert(args[0], want)
		if err == nil {
			return v, nil
		}
		got := args[0].Type()
		switch {
		case got == cty.String && want == cty.Bool:
			return cty.NilVal, function.NewArgErrorf(0, `cannot convert string to bool; only the strings "true" or "false" are allowed`)
		case got == cty.String && want == cty.Number:
			return cty.NilVal, function.NewArgErrorf(0, "cannot convert string to number; given string must be a decimal representation of a number")
		}
		return cty.NilVal, function.NewArgErrorf(0, "cannot convert %s to %s", got.FriendlyName(), want.FriendlyNameForConstraint())
	}, param("v", cty.DynamicPseudoType))
}

// same returns its argument. Nothing is ephemeral before a plan, so this is
// all ephemeralasnull has to do.
func same(args []cty.Value) (cty.Value, error) { return args[0], nil }

func sensitive(args []cty.Value) (cty.Value, error) { return args[0].Mark(Sensitive), nil }

func nonsensitive(args []cty.Value) (cty.Value, error) {
	v, marks := args[0].Unmark()
	return v.WithMarks(without(marks, Sensitive)), nil
}

// isSensitive returns with a value that is itself never sensitive, though it
// keeps every other mark.
func isSensitive(args []cty.Value) (cty.Value, error) {
	v, marks := args[0].Unmark()
	_, found := marks[Sensitive]
	if !found && !v.IsKnown() {
		// What is unknown now may turn out to be sensitive.
		return unknown(cty.Bool).WithMarks(marks), nil
	}
	return cty.BoolVal(found).WithMarks(without(marks, Sensitive)), nil
}

// typeFunc names the type of a value. Terraform has it in its console only.
var typeFunc = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "value", Type: cty.DynamicPseudoType, AllowNull: true}},
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		return cty.StringVal(typeexpr.TypeString(args[0].Type())), nil
	},
})
