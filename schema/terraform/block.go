package terraform

import (
	"maps"
	"slices"
	"sort"
	"strings"
	"sync/atomic"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/syntax"
)

// Block is a block of a resource instance with its dynamic blocks expanded: the outermost one, or a nested one.
type Block struct {
	// Type is the block's type as it is written, the resource type for the outermost block.
	Type string
	// Args are the arguments by name, those that the resource type does not have among them.
	Args []Argument
	// Nested are the nested blocks by type, those of one type in order, and those that the resource type does not have
	// among them.
	Nested []*Block
	// Open holds the nested block types that may have any number of further blocks, because a dynamic block's
	// for_each is unknown. The value is the place of the dynamic block.
	Open map[string]hcl.Range
	// Dynamic holds the nested block types that dynamic blocks make, any number of them or none.
	Dynamic map[string]Dynamic

	outer      *Block // nil for the outermost block
	number     int    // among the blocks of its type
	whole      *Block // what a block is a part of: see [Block.Configured]
	configured *Block // nil for a block that somebody wrote as it is
	scope      *Scope
	native     *syntax.Block // a nested block that is written out in native syntax
	header     *hcl.Range    // of any other block
	texts      atomic.Pointer[[]placedText]
	asked      func(argument string) // see [Block.Watch]
}

// Watch lets a function know what is asked for and not known in the block: the name of an argument, or "" for how many instances there are. Nothing is
// watched until then, nor with nil.
func (b *Block) Watch(asked func(argument string)) { b.asked = asked }

// Ask says that something is asked for and not known.
func (b *Block) Ask(argument string) {
	if b.asked != nil {
		b.asked(argument)
	}
}

// Dynamic is what dynamic blocks of one type make.
type Dynamic struct {
	Header hcl.Range // of one of them
	Empty  bool      // whether they certainly make no block

	scope   *Scope // of forEach
	forEach hcl.Expression
}

// Header covers the block's type and labels.
func (b *Block) Header() hcl.Range {
	if b.native != nil {
		return b.native.Header()
	}
	return *b.header
}

// Source returns the module whose files a nested block is written in, and its text there. The module is nil where it is not
// written in native syntax.
func (b *Block) Source() (*configs.Module, hcl.Range) {
	if b.native == nil {
		return nil, hcl.Range{}
	}
	return b.scope.module.Module, b.native.Range()
}

// Arg returns the argument with a name, or nil.
func (b *Block) Arg(name string) *Argument {
	low, high := 0, len(b.Args)
	for low < high { // package sort would call a function for each step, and this is asked more often than anything else
		middle := (low + high) / 2
		switch arg := &b.Args[middle]; {
		case arg.Name == name:
			return arg
		case arg.Name < name:
			low = middle + 1
		default:
			high = middle
		}
	}
	return nil
}

// Blocks returns the nested blocks of a type, in order.
func (b *Block) Blocks(typeName string) []*Block {
	if len(b.Nested) == 0 {
		return nil
	}
	start := sort.Search(len(b.Nested), func(n int) bool { return b.Nested[n].Type >= typeName })
	end := sort.Search(len(b.Nested), func(n int) bool { return b.Nested[n].Type > typeName })
	return b.Nested[start:end:end]
}

// BlockTypes returns the types of the nested blocks, each once.
func (b *Block) BlockTypes() []string {
	var types []string
	for _, nested := range b.Nested {
		if len(types) == 0 || types[len(types)-1] != nested.Type {
			types = append(types, nested.Type)
		}
	}
	return types
}

// Block returns the instance's evaluated block. Its arguments compute their values when they are asked for.
func (i *Instance) Block() *Block {
	if i.block == nil {
		b := NewBlock(i.Resource.Type, &i.Resource.Header)
		i.block = b // before it is filled: an instance whose dynamic blocks need it sees it without them
		attrs := i.attrs()
		skip := configs.IsMeta
		if attrs != nil && len(i.Resource.Bodies) > 1 {
			// Terraform takes what it knows out of a block and its overrides, and does not look at the rest.
			skip = func(name string) bool {
				return configs.IsMeta(name) || (name != "dynamic" && attrs[name] == nil)
			}
		}
		for n, body := range i.Resource.Bodies {
			b.fill(i.scope, body, attrs, n > 0, skip)
			for _, escaped := range configs.Escaped(body) {
				b.fill(i.scope, escaped, attrs, n > 0, isComment)
			}
		}
	}
	return i.block
}

// attrs are the facts of the instance's type, nil where there are none.
func (i *Instance) attrs() map[string]*facts.Attr {
	var ty *facts.Type
	switch i.Resource.Mode {
	case configs.Managed:
		ty = facts.Resource(i.Resource.Type)
	case configs.Data:
		ty = facts.Data(i.Resource.Type)
	case configs.Ephemeral, configs.Action:
	}
	if ty == nil {
		return nil
	}
	return ty.Attrs
}

// NewBlock makes an empty block. It is filled by [Block.Give] and [Block.Nest], and then arranged.
func NewBlock(typeName string, header *hcl.Range) *Block {
	return &Block{Type: typeName, header: header}
}

// put sets an element of a map that is made when it has one: most blocks have nothing in most of their maps.
func put[K comparable, V any](m *map[K]V, name K, v V) {
	if *m == nil {
		*m = map[K]V{}
	}
	(*m)[name] = v
}

// nestedText is a nested block as it is written.
type nestedText struct {
	name   string
	labels []string
	body   hcl.Body
	native *syntax.Block // nil in JSON syntax
	header *hcl.Range    // in JSON syntax
}

// typeName is the type of the blocks that it makes.
func (n nestedText) typeName() string {
	if n.dynamic() {
		return n.labels[0]
	}
	return n.name
}

func (n nestedText) dynamic() bool { return n.name == "dynamic" && len(n.labels) == 1 }

func (n nestedText) place() *hcl.Range {
	if n.native == nil {
		return n.header
	}
	header := n.native.Header()
	return &header
}

// fill adds what a body holds. An override body replaces arguments, and all blocks of each type that it has.
func (b *Block) fill(scope *Scope, body hcl.Body, attrs map[string]*facts.Attr, override bool, skip func(string) bool) {
	b.scope = scope
	native, ok := body.(*syntax.Body)
	if !ok {
		b.fillJSON(scope, body, attrs, override, skip)
		return
	}
	arguments := make([]Argument, 0, len(native.Attributes))
	for n := range native.Attributes {
		if attr := &native.Attributes[n]; !skip(attr.Name) {
			arguments = append(arguments, Argument{Name: attr.Name, native: attr, scope: scope, block: b})
		}
	}
	b.take(arguments)
	texts := make([]nestedText, 0, len(native.Blocks))
	for n := range native.Blocks {
		if block := &native.Blocks[n]; !skip(block.Type) {
			texts = append(texts, nestedText{name: block.Type, labels: block.Labels, body: &block.Body, native: block})
		}
	}
	b.addAll(scope, texts, attrs, override)
}

// fillJSON adds what a body in JSON syntax holds. The facts tell which properties are blocks.
func (b *Block) fillJSON(scope *Scope, body hcl.Body, attrs map[string]*facts.Attr, override bool, skip func(string) bool) {
	content, rest, _ := body.PartialContent(blockSchema(attrs))
	others, _ := rest.JustAttributes()
	arguments := make([]Argument, 0, len(others))
	for name, attr := range others {
		if !skip(name) {
			placed := &placedExpression{nameRange: attr.NameRange, at: attr.Expr.Range(), expr: configs.Native(attr.Expr)}
			arguments = append(arguments, Argument{Name: name, placed: placed, scope: scope, block: b})
		}
	}
	b.take(arguments)
	texts := make([]nestedText, 0, len(content.Blocks))
	for _, block := range content.Blocks {
		if !skip(block.Type) {
			texts = append(texts, nestedText{name: block.Type, labels: block.Labels, body: block.Body, header: &block.DefRange})
		}
	}
	b.addAll(scope, texts, attrs, override)
}

func isComment(name string) bool { return name == configs.CommentKey }

// take adds the arguments of a body. They replace those of the bodies before.
func (b *Block) take(arguments []Argument) {
	byName := func(a, b Argument) int { return strings.Compare(a.Name, b.Name) }
	slices.SortFunc(arguments, byName)
	before := b.Args
	b.Args = arguments
	kept := slices.DeleteFunc(slices.Clone(before), func(a Argument) bool { return b.Arg(a.Name) != nil })
	if len(kept) > 0 {
		b.Args = append(b.Args, kept...)
		slices.SortFunc(b.Args, byName)
	}
}

// addAll adds the blocks that are written in a body. Those of an override replace all that there are of their types.
func (b *Block) addAll(scope *Scope, texts []nestedText, attrs map[string]*facts.Attr, override bool) {
	if override {
		replaced := map[string]bool{}
		for _, text := range texts {
			name := text.typeName()
			replaced[name] = true
			delete(b.Open, name)
			delete(b.Dynamic, name)
		}
		b.Nested = slices.DeleteFunc(b.Nested, func(nested *Block) bool { return replaced[nested.Type] })
	}
	for _, text := range texts {
		b.add(scope, text, attrs)
	}
	b.Arrange()
}

// add adds the blocks that a nested block is: itself, or what it makes where it is dynamic.
func (b *Block) add(scope *Scope, text nestedText, attrs map[string]*facts.Attr) {
	typeName := text.typeName()
	var inner map[string]*facts.Attr
	if attr := attrs[typeName]; attr != nil {
		inner = attr.Attrs
	}
	if text.dynamic() {
		b.expandDynamic(scope, text, inner)
		return
	}
	child := &Block{Type: typeName, native: text.native}
	if text.native == nil {
		child.header = text.place()
	}
	child.fill(scope, text.body, inner, false, isComment)
	b.Nest(child)
}

func blockSchema(attrs map[string]*facts.Attr) *hcl.BodySchema {
	schema := &hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "dynamic", LabelNames: []string{"type"}}}}
	if attrs["timeouts"] == nil { // a block of Terraform's own, which is in no facts
		schema.Blocks = append(schema.Blocks, hcl.BlockHeaderSchema{Type: "timeouts"})
	}
	for _, name := range slices.Sorted(maps.Keys(attrs)) {
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
func (b *Block) expandDynamic(scope *Scope, dynamic nestedText, inner map[string]*facts.Attr) {
	content, _, _ := dynamic.body.PartialContent(dynamicSchema)
	typeName, header := dynamic.labels[0], dynamic.place()
	before, again := b.Dynamic[typeName]
	put(&b.Dynamic, typeName, Dynamic{Header: *header, scope: before.scope, forEach: before.forEach})
	var body hcl.Body
	for _, block := range content.Blocks {
		body = block.Body
	}
	forEach := content.Attributes["for_each"]
	if body == nil || forEach == nil {
		put(&b.Open, typeName, *header)
		return
	}
	iterator := typeName
	if attr := content.Attributes["iterator"]; attr != nil {
		iterator = hcl.ExprAsKeyword(attr.Expr)
		if iterator == "" {
			iterator = configs.LiteralString(attr.Expr)
		}
	}
	add := func(key, value cty.Value) {
		child := NewBlock(typeName, header)
		child.fill(scope.withIterator(iterator, key, value), body, inner, false, isComment)
		b.Nest(child)
	}
	collection := scope.Eval(configs.Native(forEach.Expr))
	plain, marks := collection.Unmark()
	if plain.IsNull() || !plain.IsKnown() || !plain.CanIterateElements() {
		put(&b.Open, typeName, *header)
		put(&b.Dynamic, typeName, Dynamic{Header: *header, scope: scope, forEach: forEach.Expr})
		return
	}
	r := scope.module.root
	if n := plain.LengthInt(); n > maxInstances || r.dynamic+n > maxDynamic {
		r.note(forEach.Range, "a dynamic block of %d elements is not expanded", n)
		put(&b.Open, typeName, *header)
		return
	}
	if plain.LengthInt() == 0 && (!again || before.Empty) && !scope.mayBeDefaulted(configs.Native(forEach.Expr)) {
		put(&b.Dynamic, typeName, Dynamic{Header: *header, Empty: true})
	}
	r.dynamic += plain.LengthInt()
	for it := plain.ElementIterator(); it.Next(); {
		key, value := it.Element()
		add(key, value.WithMarks(marks))
	}
}
