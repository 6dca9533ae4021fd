package funcs

import (
	"errors"

	"github.com/hashicorp/hcl/v2/ext/customdecode"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// try and can have counterparts in HCL's tryfunc, which evaluate an expression
// once for its type and once for its value (nested calls take exponential time)
// and drop the marks of what is unknown.

var tryFunc = function.New(&function.Spec{
	VarParam: &function.Parameter{Name: "expressions", Type: customdecode.ExpressionClosureType},
	Type:     function.StaticReturnType(cty.DynamicPseudoType),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if len(args) == 0 {
			return cty.NilVal, errors.New("at least one argument is required")
		}
		var failed cty.ValueMarks
		for i, arg := range args {
			closure := customdecode.ExpressionClosureFromVal(arg)
			v, diags := closure.Value()
			if diags.HasErrors() {
				failed = cty.NewValueMarks(failed, referenced(closure))
				continue
			}
			if v.IsWhollyKnown() {
				return v.WithMarks(failed), nil
			}
			// The expression may yet fail, so the result may be any of the
			// remaining ones.
			marks := deepMarks(v)
			for _, later := range args[i+1:] {
				if v, diags := customdecode.ExpressionClosureFromVal(later).Value(); !diags.HasErrors() {
					marks = cty.NewValueMarks(marks, deepMarks(v))
				}
			}
			return cty.DynamicVal.WithMarks(marks, failed), nil
		}
		return cty.NilVal, errors.New("no expression succeeded: at least one expression must produce a successful result")
	},
})

var canFunc = function.New(&function.Spec{
	Params: []function.Parameter{param("expression", customdecode.ExpressionClosureType)},
	Type:   function.StaticReturnType(cty.Bool),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		closure := customdecode.ExpressionClosureFromVal(args[0])
		v, diags := closure.Value()
		marks := referenced(closure)
		switch {
		case diags.HasErrors():
			return cty.False.WithMarks(marks), nil
		case !v.IsWhollyKnown():
			return unknown(cty.Bool).WithMarks(marks, without(deepMarks(v), Sensitive)), nil
		}
		return cty.True.WithMarks(marks, without(deepMarks(v), Sensitive)), nil
	},
})

// referenced returns the marks of what an expression refers to, apart from
// sensitivity: that an expression succeeds or fails depends on those values but
// does not disclose them.
func referenced(closure *customdecode.ExpressionClosure) cty.ValueMarks {
	var marks cty.ValueMarks
	for _, traversal := range closure.Expression.Variables() {
		for n := len(traversal); n > 0; n-- {
			v, diags := traversal[:n].TraverseAbs(closure.EvalContext)
			if diags.HasErrors() {
				continue
			}
			if n == len(traversal) {
				marks = cty.NewValueMarks(marks, deepMarks(v))
			} else {
				// The failure is that of this value to have a part.
				_, shallow := v.Unmark()
				marks = cty.NewValueMarks(marks, shallow)
			}
			break
		}
	}
	return without(marks, Sensitive)
}
