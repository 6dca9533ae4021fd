package meter

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// Branch returns the value of a conditional of which one branch is taken: that branch, converted to the type of both, as HCL
// does. true ? 443 : "all" is "443". Where the type of the other branch is not known, neither is what becomes of a number or a
// bool. Where both have no type in common, which Terraform refuses, it is unknown.
func Branch(taken, other cty.Value) cty.Value {
	ty, plain := taken.Type(), other
	if other.IsMarked() {
		plain, _ = other.Unmark()
	}
	switch {
	case ty.Equals(plain.Type()), plain.RawEquals(cty.NullVal(cty.DynamicPseudoType)):
		return taken
	case typeless(plain), typeless(taken):
		if mayBecomeText(ty) {
			return lost(taken)
		}
		return taken
	}
	both := plain.Type()
	if inner, _ := taken.Unmark(); !inner.RawEquals(cty.NullVal(cty.DynamicPseudoType)) {
		if both, _ = convert.UnifyUnsafe([]cty.Type{ty, both}); both == cty.NilType {
			return lost(taken)
		}
	}
	converted, err := convert.Convert(taken, both)
	if err != nil {
		return lost(taken)
	}
	return converted
}

// typeless reports whether the type of a value depends on what is not known.
func typeless(v cty.Value) bool { return v.Type().HasDynamicTypes() && !v.IsWhollyKnown() }

// mayBecomeText reports whether values of a type hold numbers or bools, which are strings beside a string.
func mayBecomeText(ty cty.Type) bool {
	switch {
	case ty == cty.Number, ty == cty.Bool:
		return true
	case ty.IsCollectionType():
		return mayBecomeText(ty.ElementType())
	case ty.IsTupleType():
		return slices.ContainsFunc(ty.TupleElementTypes(), mayBecomeText)
	case ty.IsObjectType():
		for _, attr := range ty.AttributeTypes() {
			if mayBecomeText(attr) {
				return true
			}
		}
	}
	return false
}

// lost is a value of which nothing is known but what it is made from.
func lost(v cty.Value) cty.Value {
	_, marks := v.UnmarkDeep()
	return cty.DynamicVal.WithMarks(marks)
}

// conditional makes a conditional within a larger expression keep to what [Branch] says about types: HCL takes a branch as it
// is where the other one has no type.
func (r rewriter) conditional(e *hclsyntax.ConditionalExpr) hclsyntax.Expression {
	own := *e
	c := &conditional{ConditionalExpr: &own}
	own.Condition = r.rewrite(e.Condition)
	own.TrueResult = &branch{Expression: r.sized(r.rewrite(e.TrueResult), called), of: c}
	own.FalseResult = &branch{Expression: r.sized(r.rewrite(e.FalseResult), called), of: c}
	return c
}

type conditional struct {
	*hclsyntax.ConditionalExpr
	typeless bool // whether a branch is that was evaluated
}

func (c *conditional) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	c.typeless = false
	v, diags := c.ConditionalExpr.Value(ctx)
	switch {
	case slices.ContainsFunc(diags, isInconsistent):
		return cty.DynamicVal, nil // not an error for try: with what is unknown now, the types may agree
	case c.typeless && mayBecomeText(v.Type()):
		v = lost(v)
	}
	return v, diags
}

// isInconsistent reports whether a diagnostic says that the branches have no type in common.
func isInconsistent(d *hcl.Diagnostic) bool {
	return d.Summary == "Inconsistent conditional result types"
}

type branch struct {
	hclsyntax.Expression
	of *conditional
}

func (b *branch) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	v, diags := b.Expression.Value(ctx)
	b.of.typeless = b.of.typeless || typeless(v)
	return v, diags
}
