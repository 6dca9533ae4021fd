package plan

import (
	"encoding/json"
	"slices"
	"strings"

	tfjson "github.com/hashicorp/terraform-json"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/plan/planned"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/meter"
)

// toValue returns a JSON value, with unknowns where the plan has them and marks where it says that a part is sensitive.
func toValue(v, unknown, sensitive any) cty.Value {
	if unknown == true {
		return mark(cty.DynamicVal, sensitive)
	}
	var result cty.Value
	switch v := v.(type) {
	case string:
		result = cty.StringVal(v)
	case bool:
		result = cty.BoolVal(v)
	case json.Number:
		number, err := cty.ParseNumberVal(v.String())
		if err != nil {
			number = cty.UnknownVal(cty.Number)
		}
		result = meter.Plain(number)
	case []any:
		items := make([]cty.Value, len(v))
		for n, item := range v {
			items[n] = toValue(item, element(unknown, n), element(sensitive, n))
		}
		result = cty.TupleVal(items)
	case map[string]any:
		items := make(map[string]cty.Value, len(v))
		for name, item := range v {
			items[name] = toValue(item, field(unknown, name), field(sensitive, name))
		}
		if more, ok := unknown.(map[string]any); ok {
			for name, u := range more {
				if _, there := items[name]; !there && u == true {
					items[name] = mark(cty.DynamicVal, field(sensitive, name))
				}
			}
		}
		result = cty.ObjectVal(items)
	default:
		result = cty.NullVal(cty.DynamicPseudoType)
	}
	return mark(result, sensitive)
}

func mark(v cty.Value, sensitive any) cty.Value {
	if sensitive == true {
		return terraform.MarkSensitive(v)
	}
	return v
}

// field and element answer a part of a tree that may end above it: true stands for everything below.
func field(tree any, name string) any {
	switch tree := tree.(type) {
	case bool:
		return tree
	case map[string]any:
		return tree[name]
	}
	return nil
}

func element(tree any, n int) any {
	switch tree := tree.(type) {
	case bool:
		return tree
	case []any:
		if n < len(tree) {
			return tree[n]
		}
	}
	return nil
}

func anyTrue(tree any) bool {
	switch tree := tree.(type) {
	case bool:
		return tree
	case []any:
		return slices.ContainsFunc(tree, anyTrue)
	case map[string]any:
		for _, inner := range tree {
			if anyTrue(inner) {
				return true
			}
		}
	}
	return false
}

// builder makes the blocks of one instance.
type builder struct {
	resolver *resolver
	where    at
	// before is what the object was, nil for a new one.
	before map[string]any
}

// written says what is known of the expressions of a block.
type written struct {
	// known says that the block stands in the configuration as it is, and no dynamic block makes it.
	known bool
	// outermost says that the block is that of the object itself.
	outermost bool
	// made says that the plan has the block from a dynamic block, and not from reading.
	made        bool
	expressions map[string]*tfjson.Expression
}

// block returns what a block holds that somebody wrote, or that the cloud holds and that matters.
func (b *builder) block(attrs map[string]*facts.Attr, value map[string]any, unknown, sensitive any, w written) *planned.Block {
	holds := &planned.Block{Args: map[string]planned.Argument{}, Nested: map[string][]*planned.Block{}}
	for name, attr := range attrs {
		if !attr.Configurable() {
			continue
		}
		e := w.expressions[name]
		u, s := field(unknown, name), field(sensitive, name)
		if attr.Sensitive {
			s = true
		}
		if attr.Block && attr.Attrs != nil {
			b.nested(holds, attr, value[name], u, s, w, e)
			continue
		}
		if arg, ok := b.argument(attr, value[name], u, s, w, e); ok {
			holds.Args[name] = arg
		}
	}
	slices.Sort(holds.Open)
	return holds
}

func (b *builder) nested(holds *planned.Block, attr *facts.Attr, value, unknown, sensitive any, w written, e *tfjson.Expression) {
	var blocks []map[string]*tfjson.Expression
	if e != nil && e.ExpressionData != nil {
		blocks = e.NestedBlocks
	}
	if unknown == true {
		if len(blocks) == 0 {
			if w.known && (attr.Name == "url_domains" || b.ruledOut(attr, w)) {
				return
			}
			holds.Open = append(holds.Open, attr.Name) // nobody wrote it, or a dynamic block makes any number
			return
		}
		for _, expressions := range blocks {
			holds.Nested[attr.Name] = append(holds.Nested[attr.Name],
				b.block(attr.Attrs, constants(expressions), unknownTree(expressions), sensitive, written{known: true, expressions: expressions}))
		}
		return
	}
	items, ok := value.([]any)
	if !ok {
		if one, isMap := value.(map[string]any); isMap {
			items = []any{one}
		}
	}
	for n, item := range items {
		fields, ok := item.(map[string]any)
		if !ok {
			continue
		}
		inner := written{made: w.made || w.outermost && !b.was(attr.Name, item)}
		switch {
		case len(blocks) == len(items) && len(blocks) == 1:
			inner = written{known: true, expressions: blocks[0]}
		case len(blocks) == len(items):
			inner = written{known: true, expressions: union(blocks)} // those of a set are in another order
		}
		block := b.block(attr.Attrs, fields, element(unknown, n), element(sensitive, n), inner)
		block.Unwritten = !inner.known
		holds.Nested[attr.Name] = append(holds.Nested[attr.Name], block)
	}
}

// was reports whether the object had a block before.
func (b *builder) was(name string, item any) bool {
	items, _ := b.before[name].([]any)
	return slices.ContainsFunc(items, func(old any) bool { return equal(old, item) })
}

// ruledOut reports whether a block cannot be there, because another one is of which there is exactly one.
func (b *builder) ruledOut(attr *facts.Attr, w written) bool {
	return slices.ContainsFunc(slices.Concat(attr.ExactlyOneOf, attr.ConflictsWith), func(other string) bool {
		return w.expressions[other] != nil
	})
}

func union(blocks []map[string]*tfjson.Expression) map[string]*tfjson.Expression {
	all := map[string]*tfjson.Expression{}
	for _, expressions := range blocks {
		for name, e := range expressions {
			if before, ok := all[name]; ok && before != e {
				e = ambiguous
			}
			all[name] = e
		}
	}
	return all
}

// ambiguous is an expression of which nothing is known.
var ambiguous = &tfjson.Expression{ExpressionData: &tfjson.ExpressionData{References: []string{"local.?"}}}

// constants and unknownTree are the values of a block whose values the plan does not give, because a set around it is
// unknown as a whole.
func constants(expressions map[string]*tfjson.Expression) map[string]any {
	values := map[string]any{}
	for name, e := range expressions {
		if e.ExpressionData != nil && len(e.References) == 0 && len(e.NestedBlocks) == 0 {
			values[name] = numbered(e.ConstantValue)
		}
	}
	return values
}

func numbered(v any) any {
	src, err := json.Marshal(v)
	if err != nil {
		return nil
	}
	return decoded(src)
}

func unknownTree(expressions map[string]*tfjson.Expression) any {
	tree := map[string]any{}
	for name, e := range expressions {
		if e.ExpressionData != nil && (len(e.References) > 0 || len(e.NestedBlocks) > 0) {
			tree[name] = true
		}
	}
	return tree
}

// argument returns an argument that was written. Of what was not, only values are taken that say something: an
// existing object has them whoever decided on them.
func (b *builder) argument(attr *facts.Attr, value, unknown, sensitive any, w written, e *tfjson.Expression) (planned.Argument, bool) {
	if anyTrue(unknown) {
		if w.known && e == nil {
			return planned.Argument{}, false // computed by the provider
		}
		return b.unknownArgument(attr, value, unknown, sensitive, e), true
	}
	if value == nil && e != nil && attr.Required {
		value = emptied[attr.Type] // a collection: the provider's SDK plans an empty one as null
	}
	v := toValue(value, unknown, sensitive)
	plain, _ := v.Unmark()
	if plain.IsNull() {
		return planned.Argument{}, false
	}
	arg := planned.Argument{Value: v, Unwritten: e == nil}
	if e == nil && insignificant(attr, value) {
		// Where a dynamic block makes what was not there before, what nobody writes is unknown.
		certain := attr.Required || attr.Computed
		if w.known || w.outermost || !certain {
			return planned.Argument{}, false
		}
		arg.Insignificant = !w.made
	}
	if text, ok := value.(string); ok && text != "" && e != nil && b.resolver.literal(b.where, e, 0) == text {
		arg.Literal = text
	}
	return arg, true
}

// emptied are the empty collections.
var emptied = map[facts.Kind]any{facts.List: []any{}, facts.Set: []any{}, facts.Map: map[string]any{}}

// insignificant reports whether a value is what reading gives for what was never written.
func insignificant(attr *facts.Attr, value any) bool {
	switch v := value.(type) {
	case string:
		return v == "" || attr.Default == any(v)
	case bool:
		return attr.Default == any(v) || (attr.Default == nil && !v)
	case json.Number:
		f, err := v.Float64()
		return err == nil && (attr.Default == any(f) || (attr.Default == nil && f == 0))
	case []any:
		return len(v) == 0
	case map[string]any:
		return len(v) == 0
	}
	return value == nil
}

// unknownArgument returns an argument that is decided at apply, with the origins that it certainly has.
func (b *builder) unknownArgument(attr *facts.Attr, value, unknown, sensitive any, e *tfjson.Expression) planned.Argument {
	m := b.resolver.meaning(b.where, e, 0)
	list := attr.Type == facts.List || attr.Type == facts.Set
	if !list {
		v := terraform.AnyOf(perhaps(m)...)
		if attr.Type == facts.Map {
			v = toValue(value, unknown, sensitive)
		} else if m.certain() && len(m.exact) == 1 {
			v = computed(m.exact[0])
		}
		return planned.Argument{Value: mark(v, sensitive)}
	}
	arg := planned.Argument{Value: mark(terraform.AnyOf(perhaps(m)...), sensitive)}
	if items, ok := value.([]any); ok && unknown != true {
		for n, item := range items {
			if !anyTrue(element(unknown, n)) {
				arg.Elements = append(arg.Elements, toValue(item, nil, element(sensitive, n)))
			}
		}
	}
	if !m.certain() {
		return arg
	}
	for _, t := range m.exact {
		if t.inferred {
			return arg
		}
	}
	for _, t := range m.exact {
		arg.Elements = append(arg.Elements, mark(computed(t), sensitive))
	}
	// The inputs of the root module are known, and lost: one element that is not makes the whole unknown.
	arg.Complete = b.where.module != "" || !slices.ContainsFunc(e.References, func(reference string) bool { return strings.HasPrefix(reference, "var.") })
	return arg
}

func computed(t target) cty.Value {
	v := terraform.ComputedValue(t.instance, t.attr)
	if t.inferred {
		v = terraform.MarkInferred(v)
	}
	return v
}

func perhaps(m meaning) []*terraform.Instance {
	all := slices.Clone(m.perhaps)
	for _, t := range m.exact {
		all = append(all, t.instance)
	}
	return all
}
