package terragrunt

import (
	"maps"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// maxDepth bounds how deep locals and files lead to each other.
const maxDepth = 200

// value evaluates an expression. What is decided outside of the files (an output of another unit, the environment, a program) is
// undecided.
func (f *file) value(e hclsyntax.Expression) cty.Value {
	if f.depth++; f.depth > maxDepth || e == nil {
		f.depth--
		return configs.Undecided
	}
	defer func() { f.depth-- }()
	ctx := f.context(e)
	failed := false
	v, ok := f.meter.Run(func() cty.Value {
		v, diags := f.meter.Expression(e).Value(ctx)
		failed = diags.HasErrors()
		return v
	})
	if !ok || failed || f.meter.Problem(v) != "" {
		return configs.Undecided
	}
	return v
}

// context defines what an expression mentions.
func (f *file) context(e hclsyntax.Expression) *hcl.EvalContext {
	ctx := &hcl.EvalContext{Functions: f.callable(), Variables: map[string]cty.Value{}}
	locals := map[string]cty.Value{}
	for _, t := range e.Variables() {
		switch root := t.RootName(); root {
		case "local":
			f.define(locals, t)
			ctx.Variables[root] = cty.ObjectVal(locals)
		case "include":
			ctx.Variables[root] = f.exposed()
		default:
			ctx.Variables[root] = configs.Undecided
		}
	}
	return ctx
}

// define puts the locals that a traversal mentions into an object. One that is not declared is not there.
func (f *file) define(locals map[string]cty.Value, t hcl.Traversal) {
	if name, ok := configs.Step(t, 1); ok {
		if f.locals[name] != nil {
			locals[name] = f.local(name)
		}
		return
	}
	for name := range f.locals {
		locals[name] = f.local(name)
	}
}

// local returns a local of the file. One that needs itself is undecided.
func (f *file) local(name string) cty.Value {
	v, ok := f.known[name]
	if !ok {
		f.known[name] = configs.Undecided
		v = f.value(configs.Native(f.locals[name].Expr))
		f.known[name] = v
	}
	return v
}

// text returns the text of an expression.
func (f *file) text(e hclsyntax.Expression) (string, bool) {
	v, _ := f.value(e).Unmark()
	return textOf(v)
}

func textOf(v cty.Value) (string, bool) {
	if v.IsMarked() || v.IsNull() || !v.IsKnown() || !v.Type().IsPrimitiveType() {
		return "", false
	}
	v, err := convert.Convert(v, cty.String)
	if err != nil {
		return "", false
	}
	return v.AsString(), true
}

// given returns what an expression of an object gives by its names, and whether there are no others.
func (f *file) given(e hclsyntax.Expression) (all map[string]Input, whole bool) {
	all, whole = map[string]Input{}, true
	replaced := func() { // by what is not known
		whole = false
		for name, input := range all {
			all[name] = Input{configs.Undecided, input.Range}
		}
	}
	switch e := configs.Unwrap(e).(type) {
	case *hclsyntax.ObjectConsExpr:
		for _, item := range e.Items {
			name, ok := f.text(item.KeyExpr)
			if !ok {
				replaced()
				continue
			}
			all[name] = Input{settled(f.value(item.ValueExpr)), item.ValueExpr.Range()}
		}
		return all, whole
	case *hclsyntax.FunctionCallExpr:
		if e.Name != "merge" || e.ExpandFinal {
			break
		}
		for _, arg := range e.Args {
			given, ok := f.given(arg)
			if !ok {
				replaced()
			}
			maps.Copy(all, given)
		}
		return all, whole
	}
	v, _ := f.value(e).Unmark()
	switch {
	case v.IsNull():
		return all, true
	case !v.IsKnown() || !v.Type().IsObjectType() && !v.Type().IsMapType():
		return all, false
	}
	for name, each := range v.AsValueMap() {
		all[name] = Input{settled(each), e.Range()}
	}
	return all, true
}

// settled returns a value as Terraform is given it: nobody knows where the boundary lies on the machine.
func settled(v cty.Value) cty.Value {
	plain, marks := v.Unmark()
	switch _, located := marks[location{}]; {
	case located:
		return configs.Undecided
	case plain.IsNull() || !plain.IsKnown() || plain.Type().IsPrimitiveType() || !v.ContainsMarked():
		return v
	case plain.Type().IsObjectType():
		all := plain.AsValueMap()
		for name, each := range all {
			all[name] = settled(each)
		}
		return cty.ObjectVal(all).WithMarks(marks)
	case plain.Type().IsTupleType():
		all := plain.AsValueSlice()
		for n, each := range all {
			all[n] = settled(each)
		}
		return cty.TupleVal(all).WithMarks(marks)
	}
	if _, marks := v.UnmarkDeep(); contains(marks) {
		return configs.Undecided
	}
	return v
}

func contains(marks cty.ValueMarks) bool { _, ok := marks[location{}]; return ok }
