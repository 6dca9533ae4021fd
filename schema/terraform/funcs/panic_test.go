package funcs_test

import (
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/customdecode"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/funcs"
)

// TestNoPanics calls every function with values of every kind. A panic would
// come back as an error of a certain wording.
func TestNoPanics(t *testing.T) {
	t.Parallel()
	str := cty.StringVal
	plain := []cty.Value{
		str(""), str("a/(b"), cty.NumberIntVal(-1), cty.MustParseNumberVal("1.5"), cty.PositiveInfinity, cty.True,
		cty.NullVal(cty.DynamicPseudoType), cty.NullVal(cty.String), cty.NullVal(cty.List(cty.String)), cty.NullVal(cty.EmptyObject),
		cty.DynamicVal, cty.UnknownVal(cty.String), cty.UnknownVal(cty.Number),
		cty.UnknownVal(cty.List(cty.String)), cty.UnknownVal(cty.Map(cty.String)), cty.UnknownVal(cty.Set(cty.String)),
		cty.UnknownVal(cty.Object(map[string]cty.Type{"a": cty.String})), cty.UnknownVal(cty.Tuple([]cty.Type{cty.String})),
		cty.EmptyTupleVal, cty.EmptyObjectVal, cty.ListValEmpty(cty.String), cty.ListValEmpty(cty.DynamicPseudoType),
		cty.MapValEmpty(cty.String), cty.SetValEmpty(cty.DynamicPseudoType),
		cty.ListVal([]cty.Value{str("a").Mark("m"), cty.NullVal(cty.String), cty.UnknownVal(cty.String)}),
		cty.MapVal(map[string]cty.Value{"a": str("a").Mark("m"), "b": cty.UnknownVal(cty.String)}),
		cty.SetVal([]cty.Value{str("a"), cty.UnknownVal(cty.String)}),
		cty.TupleVal([]cty.Value{cty.DynamicVal, cty.NullVal(cty.DynamicPseudoType), cty.Zero.Mark("m")}),
		cty.ObjectVal(map[string]cty.Value{"a": cty.DynamicVal, "b": cty.NullVal(cty.DynamicPseudoType).Mark("m")}),
		cty.ListVal([]cty.Value{cty.ListVal([]cty.Value{str("a").Mark("m")})}),
	}
	values := plain
	for _, v := range plain {
		values = append(values, v.Mark("top"))
	}
	for name, f := range funcs.Table(testEnv()) {
		if strings.HasPrefix(name, "core::") {
			continue
		}
		check := func(args ...cty.Value) {
			for i, p := range f.Params() {
				if i < len(args) && p.Type == customdecode.ExpressionClosureType {
					args[i] = customdecode.ExpressionClosureVal(&customdecode.ExpressionClosure{Expression: hcl.StaticExpr(args[i], hcl.Range{})})
				}
			}
			if p := f.VarParam(); p != nil && p.Type == customdecode.ExpressionClosureType {
				for i := range args {
					args[i] = customdecode.ExpressionClosureVal(&customdecode.ExpressionClosure{Expression: hcl.StaticExpr(args[i], hcl.Range{})})
				}
			}
			if _, err := f.Call(args); err != nil && strings.Contains(err.Error(), "panic in function") {
				t.Errorf("%s(%#v): %.300v", name, args, err)
			}
		}
		check()
		for _, a := range values {
			check(a)
			for _, b := range plain {
				check(a, b)
				if len(f.Params()) > 2 || f.VarParam() != nil {
					for _, c := range plain {
						check(a, b, c)
					}
				}
			}
		}
	}
}
