package terraform

import (
	"slices"
	"sync/atomic"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/facts"
)

// Block is a block of a resource instance with its dynamic blocks expanded: the outermost one, or a nested one.
type Block struct {
	// Type is the block's type as it is written, the resource type for the outermost block.
	Type string
	// Header covers the block's type and labels.
	Header hcl.Range
	// Args are the arguments by name, those that the resource type does not have among them.
	Args map[string]*Argument
	// Nested are the nested blocks by type, in order, those that the resource type does not have among them.
	Nested map[string][]*Block
	// Open holds the nested block types that may have any number of further blocks, because a dynamic block's
	// for_each is unknown. The value is the place of the dynamic block.
	Open map[string]hcl.Range
	// Dynamic holds the nested block types that dynamic blocks make, any number of them or none. The value is the place
	// of a dynamic block.
	Dynamic map[string]hcl.Range

	overridden map[string]bool
	outer      *Block // nil for the outermost block
	number     int    // among the blocks of its type
	whole      *Block // what a block is a part of: see [Block.Written]
	scope      *Scope
	text       hcl.Range  // of a nested block that is written out in native syntax, from its type to its brace
	told       *toldBlock // nil for a block that was read
	texts      atomic.Pointer[[]placedText]
}

// Argument is an argument as it is written, and its value.
type Argument struct {
	Name      string
	NameRange hcl.Range
	// Range covers the expression.
	Range hcl.Range
	// Expr is the expression in native form, whatever the syntax of the file.
	Expr hclsyntax.Expression

	scope *Scope
	block *Block
	value memo
	told  *toldArgument // nil for an argument that was read
}

// Value evaluates the argument, once. It is not converted to the type that the resource type declares.
func (a *Argument) Value() cty.Value {
	if a.value.state == done {
		return a.value.value // nearly always
	}
	return a.scope.module.root.once(&a.value, a.Range, a.Name, func() cty.Value { return a.scope.Eval(a.Expr) })
}

// Block answers the instance's evaluated block. Its arguments compute their values when they are asked for.
func (i *Instance) Block() *Block {
	if i.block == nil {
		b := newBlock(i.Resource.Type, i.Resource.Header)
		i.block = b // before it is filled: an instance whose dynamic blocks need it sees it without them
		attrs := i.attrs()
		for n, body := range i.Resource.bodies {
			b.fill(i.scope, body, attrs, n > 0, isMeta)
		}
	}
	return i.block
}

// attrs are the facts of the instance's type, nil where there are none.
func (i *Instance) attrs() map[string]*facts.Attr {
	var ty *facts.Type
	switch i.Resource.Mode {
	case Managed:
		ty = facts.Resource(i.Resource.Type)
	case Data:
		ty = facts.Data(i.Resource.Type)
	case Ephemeral:
	}
	if ty == nil {
		return nil
	}
	return ty.Attrs
}

func newBlock(typeName string, header hcl.Range) *Block {
	return &Block{Type: typeName, Header: header}
}

// put sets an element of a map that is made when it has one: most blocks have nothing in most of their maps.
func put[V any](m *map[string]V, name string, v V) {
	if *m == nil {
		*m = map[string]V{}
	}
	(*m)[name] = v
}

// fill adds what a body holds. An override body replaces arguments, and all blocks of each type that it has.
func (b *Block) fill(scope *Scope, body hcl.Body, attrs map[string]*facts.Attr, override bool, skip func(string) bool) {
	b.scope = scope
	arguments, blocks := contents(body, attrs, skip)
	if len(b.Args) == 0 {
		b.Args = make(map[string]*Argument, len(arguments))
	}
	for n := range arguments {
		arg := &arguments[n]
		arg.scope, arg.block = scope, b
		b.Args[arg.Name] = arg
	}
	for _, nested := range blocks {
		typeName := nested.Type
		if typeName == "dynamic" && len(nested.Labels) == 1 {
			typeName = nested.Labels[0]
		}
		if override && !b.overridden[typeName] {
			put(&b.overridden, typeName, true)
			delete(b.Nested, typeName)
			delete(b.Open, typeName)
			delete(b.Dynamic, typeName)
		}
		var inner map[string]*facts.Attr
		if attr := attrs[typeName]; attr != nil {
			inner = attr.Attrs
		}
		if nested.Type == "dynamic" && len(nested.Labels) == 1 {
			b.expandDynamic(scope, nested, inner)
			continue
		}
		child := newBlock(typeName, nested.DefRange)
		if written, ok := nested.Body.(*hclsyntax.Body); ok {
			child.text = hcl.RangeBetween(nested.DefRange, written.EndRange)
		}
		child.fill(scope, nested.Body, inner, false, isComment)
		b.nest(child)
	}
}

func isComment(name string) bool { return name == commentKey }

// contents answers a body's arguments, and its blocks in the order of the text. In JSON syntax the facts tell which
// properties are blocks.
func contents(body hcl.Body, attrs map[string]*facts.Attr, skip func(string) bool) ([]Argument, hcl.Blocks) {
	var arguments []Argument
	var blocks hcl.Blocks
	if b, ok := body.(*hclsyntax.Body); ok {
		arguments = make([]Argument, 0, len(b.Attributes))
		for _, attr := range b.Attributes {
			if !skip(attr.Name) {
				arguments = append(arguments, Argument{
					Name: attr.Name, NameRange: attr.NameRange, Range: attr.Expr.Range(), Expr: attr.Expr,
				})
			}
		}
		for _, block := range b.Blocks {
			if !skip(block.Type) {
				blocks = append(blocks, block.AsHCLBlock())
			}
		}
	} else {
		content, rest, _ := body.PartialContent(blockSchema(attrs))
		blocks = content.Blocks
		others, _ := rest.JustAttributes()
		for name, attr := range others {
			if !skip(name) {
				arguments = append(arguments, Argument{
					Name: name, NameRange: attr.NameRange, Range: attr.Expr.Range(), Expr: native(attr.Expr),
				})
			}
		}
	}
	return arguments, blocks
}

func blockSchema(attrs map[string]*facts.Attr) *hcl.BodySchema {
	schema := &hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "dynamic", LabelNames: []string{"type"}}}}
	for _, name := range sortedKeys(attrs) {
		if attrs[name].Block {
			schema.Blocks = append(schema.Blocks, hcl.BlockHeaderSchema{Type: name})
		}
	}
	return schema
}

var dynamicSchema = &hcl.BodySchema{
	Attributes: []hcl.AttributeSchema{{Name: "for_each"}, {Name: "iterator"}, {Name: "labels"}},
	Blocks:     []hcl.BlockHeaderSchema{{Type: "content"}},
}

// expandDynamic adds the blocks that a dynamic block makes.
func (b *Block) expandDynamic(scope *Scope, dynamic *hcl.Block, inner map[string]*facts.Attr) {
	content, _, _ := dynamic.Body.PartialContent(dynamicSchema)
	typeName := dynamic.Labels[0]
	put(&b.Dynamic, typeName, dynamic.DefRange)
	var body hcl.Body
	for _, block := range content.Blocks {
		body = block.Body
	}
	forEach := content.Attributes["for_each"]
	if body == nil || forEach == nil {
		put(&b.Open, typeName, dynamic.DefRange)
		return
	}
	iterator := typeName
	if attr := content.Attributes["iterator"]; attr != nil {
		iterator = hcl.ExprAsKeyword(attr.Expr)
		if iterator == "" {
			iterator = literalString(attr.Expr)
		}
	}
	add := func(key, value cty.Value) {
		child := newBlock(typeName, dynamic.DefRange)
		child.fill(scope.withIterator(iterator, key, value), body, inner, false, isComment)
		b.nest(child)
	}
	collection := scope.Eval(native(forEach.Expr))
	plain, marks := collection.Unmark()
	if plain.IsNull() || !plain.IsKnown() || !plain.CanIterateElements() {
		put(&b.Open, typeName, dynamic.DefRange)
		return
	}
	r := scope.module.root
	if n := plain.LengthInt(); n > maxInstances || r.dynamic+n > maxDynamic {
		r.note(forEach.Range, "a dynamic block of %d elements is not expanded", n)
		put(&b.Open, typeName, dynamic.DefRange)
		return
	}
	r.dynamic += plain.LengthInt()
	for it := plain.ElementIterator(); it.Next(); {
		key, value := it.Element()
		add(key, value.WithMarks(marks))
	}
}

// Element is one element of an argument that is a list.
type Element struct {
	Value cty.Value
	// Range is the element's own text where the list is written out, else that of the whole argument.
	Range hcl.Range
	// Bare says that the element is no text around what it is made from. See [Argument.Bare].
	Bare bool
}

// Elements answers the elements of an argument that is a list or a set, and whether they are all there is. Functions
// that only change the kind of the collection are seen through: a set with an unknown element would be unknown whole.
func (a *Argument) Elements() (elements []Element, complete bool) {
	if a.told != nil {
		return a.told.elements, a.told.complete
	}
	e := unwrap(a.Expr)
	for {
		call, ok := e.(*hclsyntax.FunctionCallExpr)
		if !ok || len(call.Args) != 1 || call.ExpandFinal ||
			!slices.Contains([]string{"toset", "tolist", "distinct", "compact", "sort"}, call.Name) {
			break
		}
		e = unwrap(call.Args[0])
	}
	if tuple, ok := e.(*hclsyntax.TupleConsExpr); ok {
		for _, item := range tuple.Exprs {
			v := a.scope.Eval(item)
			elements = append(elements, Element{
				Value: v, Range: item.Range(), Bare: v.IsKnown() || a.scope.bare(item),
			})
		}
		return elements, true
	}
	v, marks := a.scope.Eval(e).Unmark()
	switch {
	case !v.IsKnown() || (!v.IsNull() && !v.CanIterateElements()):
		return nil, false
	case v.IsNull():
		return nil, true
	}
	for it := v.ElementIterator(); it.Next(); {
		_, element := it.Element()
		elements = append(elements, Element{Value: element.WithMarks(marks), Range: a.Range, Bare: true})
	}
	return elements, true
}
