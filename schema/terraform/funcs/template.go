package funcs

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/customdecode"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

// templates makes the functions that render templates. A template may call all
// others but none of these, so rendering cannot recurse: Terraform refuses it,
// OpenTofu does it, and here it is unknown.
func templates(env Env, others map[string]function.Function) map[string]function.Function {
	inside := make(map[string]function.Function, len(others)+4)
	addAll(inside, others)
	for _, name := range []string{"templatefile", "templatestring"} {
		inside[name] = picked(nil, func(args []cty.Value) (cty.Value, error) {
			return cty.DynamicVal.WithMarks(deepMarks(args...)), nil
		}, param("template", cty.DynamicPseudoType), param("vars", cty.DynamicPseudoType))
		inside[coreNamespace+name] = inside[name]
	}
	return map[string]function.Function{
		"templatefile":   templateFile(env, inside),
		"templatestring": templateString(env, inside),
	}
}

// templateFile renders a file. A file that consists of one interpolation
// results in its value, which need not be a string.
func templateFile(env Env, inside map[string]function.Function) function.Function {
	return picked(nil, func(args []cty.Value) (cty.Value, error) {
		name, marks := args[0].Unmark()
		switch {
		case name.IsNull():
			return cty.NilVal, function.NewArgErrorf(0, "argument must not be null")
		case !name.IsKnown():
			return cty.DynamicVal.WithMarks(deepMarks(args...)), nil
		}
		src, ok, err := env.text(name.AsString())
		if !ok {
			return cty.DynamicVal.WithMarks(deepMarks(args...)), err
		}
		v, err := env.render(src, "<templatefile>", args[1], inside)
		if err != nil {
			return cty.NilVal, err
		}
		return v.WithMarks(marks), nil
	}, param("path", cty.String), param("vars", cty.DynamicPseudoType))
}

// templateString renders a string that is defined elsewhere. In Terraform its
// first argument has to be a reference, so that it is not mistaken for a way to
// write templates, and OpenTofu takes any: what is none is unknown.
func templateString(env Env, inside map[string]function.Function) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{
			param("template", customdecode.ExpressionClosureType),
			params(param("vars", cty.DynamicPseudoType))[0],
		},
		Type: function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			closure := customdecode.ExpressionClosureFromVal(args[0])
			tmpl, diags := closure.Value()
			if diags.HasErrors() {
				return cty.NilVal, function.NewArgError(0, diags)
			}
			tmpl, err := convert.Convert(tmpl, cty.String)
			if err != nil {
				return cty.NilVal, function.NewArgErrorf(0, "invalid template value: a string is required")
			}
			raw, marks := tmpl.Unmark()
			v := unknown(cty.String)
			switch {
			case raw.IsNull():
				return cty.NilVal, function.NewArgErrorf(0, "invalid template value: a string is required")
			case !raw.IsKnown(), !isReference(closure.Expression):
				return v.WithMarks(marks, deepMarks(args[1])), nil
			}
			if v, err = env.render(raw.AsString(), "<templatestring>", args[1], inside); err == nil {
				v, err = convert.Convert(v, cty.String)
			}
			switch {
			case err != nil:
				return cty.NilVal, redact(function.NewArgErrorf(0, "invalid template: %s", err), []cty.Value{tmpl, args[1]})
			case !measure(v).fits():
				v = unknown(cty.String).WithMarks(deepMarks(args[1]))
			}
			return v.WithMarks(marks), nil
		},
	})
}

// isReference reports whether an expression does no more than refer.
func isReference(e hcl.Expression) bool {
	switch e := e.(type) {
	case *hclsyntax.ScopeTraversalExpr:
		return true
	case *hclsyntax.RelativeTraversalExpr:
		return isReference(e.Source)
	case *hclsyntax.IndexExpr:
		return isReference(e.Collection)
	case hclsyntax.Expression:
		return false
	}
	_, diags := hcl.AbsTraversalForExpr(e) // As it is written in JSON.
	return !diags.HasErrors()
}

// perByte is how many steps it takes to parse a byte of a template.
const perByte = 8

// render evaluates a template with the attributes or elements of a value for
// its variables. Its errors do not quote the template.
func (env Env) render(src, name string, vars cty.Value, functions map[string]function.Function) (cty.Value, error) {
	raw, marks := vars.Unmark()
	ty := raw.Type()
	switch {
	case ty == cty.DynamicPseudoType && !raw.IsKnown():
		return cty.DynamicVal.WithMarks(marks), nil
	case !ty.IsObjectType() && !ty.IsMapType() || raw.IsNull():
		return cty.NilVal, function.NewArgErrorf(1, "invalid vars value: must be a map")
	case !raw.IsKnown():
		return cty.DynamicVal.WithMarks(marks), nil
	}
	ctx := &hcl.EvalContext{Variables: raw.AsValueMap(), Functions: functions}
	for key := range ctx.Variables {
		if !hclsyntax.ValidIdentifier(key) {
			return cty.NilVal, function.NewArgErrorf(1, "invalid template variable name %q: must start with a letter, followed by zero or more letters, digits, and underscores", key)
		}
	}
	if len(src) > maxFile || TooDeep([]byte(src), Template) != "" {
		return cty.DynamicVal.WithMarks(deepMarks(vars)), nil
	}
	env.Meter.Spend(perByte * len(src))
	expr, diags := hclsyntax.ParseTemplate([]byte(src), name, hcl.InitialPos)
	if diags.HasErrors() {
		return cty.NilVal, templateError(diags)
	}
	for _, traversal := range expr.Variables() {
		root := traversal.RootName()
		if _, found := ctx.Variables[root]; !found {
			return cty.NilVal, function.NewArgErrorf(1, "vars map does not contain key %q, referenced at %s", root, traversal[0].SourceRange())
		}
	}
	v, diags := env.Meter.Expression(expr).Value(ctx)
	if diags.HasErrors() {
		return cty.NilVal, templateError(diags)
	}
	return v.WithMarks(marks), nil
}

func templateError(diags hcl.Diagnostics) error {
	for _, d := range diags {
		if d.Severity == hcl.DiagError && d.Subject != nil {
			return fmt.Errorf("%s: %s", d.Subject, d.Summary)
		}
	}
	return fmt.Errorf("%d errors in the template", len(diags))
}
