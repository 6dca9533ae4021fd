package plan

import (
	"strings"

	tfjson "github.com/hashicorp/terraform-json"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/plan/planned"
)

// foreign returns the value of an object whose type the facts do not have. Those of other providers, of which a plan may have any
// number, are left alone.
func (o *object) foreign() map[string]any {
	if !strings.HasPrefix(o.typ, facts.Home+"_") {
		return nil
	}
	value, _ := decoded(o.raw).(map[string]any)
	return value
}

// foreign returns a block of a type that the facts do not have, as the configuration writes it: it may lead to a gateway. The value
// has the blocks that dynamic blocks make.
func (b *builder) foreign(expressions map[string]*tfjson.Expression, value map[string]any) *planned.Block {
	holds := &planned.Block{Args: map[string]planned.Argument{}, Nested: map[string][]*planned.Block{}}
	for name, e := range expressions {
		switch {
		case e == nil || e.ExpressionData == nil:
		case len(e.NestedBlocks) > 0:
			for _, inner := range e.NestedBlocks {
				holds.Nested[name] = append(holds.Nested[name], b.foreign(inner, nil))
			}
		case len(e.References) > 0:
			holds.Args[name] = b.unknownArgument(&facts.Attr{Name: name, Type: facts.String}, nil, true, nil, e)
		case e.ConstantValue == nil:
			holds.Args[name] = planned.Argument{Value: cty.DynamicVal} // a call of a function
		default:
			holds.Args[name] = planned.Argument{Value: toValue(numbered(e.ConstantValue), nil, nil)}
		}
	}
	for name, v := range value {
		items, _ := v.([]any)
		for _, item := range items {
			if fields, ok := item.(map[string]any); ok && expressions[name] == nil {
				holds.Nested[name] = append(holds.Nested[name], made(fields))
			}
		}
	}
	return holds
}

// made returns a block that a dynamic block makes. What it does not hold may be decided at apply.
func made(fields map[string]any) *planned.Block {
	block := &planned.Block{Args: map[string]planned.Argument{}}
	for name, v := range fields {
		arg := planned.Argument{Value: toValue(v, nil, nil)}
		if arg.Value.IsNull() {
			arg.Value = cty.DynamicVal
		}
		block.Args[name] = arg
	}
	return block
}

// where returns where the expressions of an object stand.
func (r *resolver) where(o *object) at {
	where := at{module: o.module, key: o.key, config: r.configuration(o.module)}
	if o.declared != nil {
		where.forEach = o.declared.ForEachExpression
	}
	return where
}
