package terraform

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// ToldBlock is what a block holds.
type ToldBlock struct {
	Args   map[string]ToldArgument
	Nested map[string][]*ToldBlock
	// Open are the types that may have any number of further blocks.
	Open []string
	// Unwritten says that the block may be nobody's text: the object merely has it.
	Unwritten bool
}

// ToldArgument is what an argument is.
type ToldArgument struct {
	Value cty.Value
	// Elements are what is certainly in a list whose value is unknown, and whether there is nothing else.
	Elements []cty.Value
	Complete bool
	// Literal is the text, where the configuration holds it as a literal.
	Literal string
	// Unwritten says that the argument is nobody's text: the object merely has it.
	Unwritten bool
}

// Fill gives an instance what its block holds.
func (t *Told) Fill(i *Instance, told *ToldBlock) {
	var source *Block
	if from := i.told.from; from != nil {
		source = from.Block()
	}
	f := filler{told: t, scope: i.scope, lends: !i.told.blind}
	f.fill(i.block, told, source)
	if i.block.told.parts {
		i.block.told.pruned = i.block.prune() // now, because the block may be shared
	}
}

// Share gives an instance the block of another root's instance, which holds nothing that is decided at apply.
func (t *Told) Share(i, other *Instance) { i.block = other.block }

// Written answers the block without what nobody wrote, which an object that exists merely has. It is the block itself
// where it was read.
func (b *Block) Written() *Block {
	if b.told == nil || !b.told.parts {
		return b
	}
	return b.told.pruned
}

func (b *Block) prune() *Block {
	if !b.told.parts {
		return b
	}
	pruned := &Block{Type: b.Type, native: b.native, header: b.header}
	pruned.whole = b
	pruned.Open, pruned.Dynamic = maps.Clone(b.Open), maps.Clone(b.Dynamic)
	pruned.Args = slices.DeleteFunc(slices.Clone(b.Args), func(a Argument) bool { return a.told.unwritten })
	for _, nested := range b.Nested {
		if nested.told.unwritten {
			put(&pruned.Open, nested.Type, nested.Header())
		} else {
			pruned.Nested = append(pruned.Nested, nested.prune())
		}
	}
	return pruned
}

// toldBlock is what a block was told.
type toldBlock struct {
	unwritten bool
	// parts says that something inside is nobody's text.
	parts  bool
	pruned *Block
}

// Undeclared reports whether a plan has no configuration of the instance: it exists, and goes.
func (i *Instance) Undeclared() bool { return i.told != nil && i.told.undeclared }

type filler struct {
	told  *Told
	scope *Scope
	// lends says that the sources' expressions are those of the values.
	lends bool
}

func (f filler) fill(b *Block, told *ToldBlock, source *Block) {
	b.told = &toldBlock{unwritten: told.Unwritten && (source == nil || !f.lends)}
	for _, name := range sortedKeys(told.Args) {
		if source != nil && f.lends && source.Arg(name) == nil && isUnknown(told.Args[name].Value) {
			continue // nobody wrote it: the provider computes it
		}
		arg := f.argument(b, name, told.Args[name], source)
		b.told.parts = b.told.parts || arg.told.unwritten
		b.Args = append(b.Args, arg)
	}
	for _, typeName := range sortedKeys(told.Nested) {
		items := told.Nested[typeName]
		for n, item := range items {
			var from *Block
			header := b.Header()
			if source != nil {
				if from = counterpart(source.Blocks(typeName), item, n, len(items)); from != nil {
					header = from.Header()
				} else if at, ok := source.Dynamic[typeName]; ok {
					header = at
				}
			}
			child := newBlock(typeName, &header)
			f.fill(child, item, from)
			b.told.parts = b.told.parts || child.told.unwritten || child.told.parts
			b.nest(child)
		}
	}
	for _, typeName := range told.Open {
		f.open(b, typeName, source)
	}
	b.arrange()
}

// open takes in blocks whose number is not known, unless the sources know better.
func (f filler) open(b *Block, typeName string, source *Block) {
	if source == nil || !f.lends {
		put(&b.Open, typeName, b.Header())
		return
	}
	if at, ok := source.Open[typeName]; ok {
		put(&b.Open, typeName, at)
	}
	for _, from := range source.Blocks(typeName) {
		header := from.Header()
		child := newBlock(typeName, &header)
		f.fill(child, f.told.read(from), from)
		b.nest(child)
	}
}

// read answers what a block of the sources holds.
func (t *Told) read(b *Block) *ToldBlock {
	told := &ToldBlock{Args: map[string]ToldArgument{}, Nested: map[string][]*ToldBlock{}, Open: sortedKeys(b.Open)}
	for n := range b.Args {
		told.Args[b.Args[n].Name] = ToldArgument{Value: t.remap(b.Args[n].Value())}
	}
	for _, nested := range b.Nested {
		told.Nested[nested.Type] = append(told.Nested[nested.Type], t.read(nested))
	}
	return told
}

func isUnknown(v cty.Value) bool {
	plain, _ := v.Unmark()
	return !plain.IsKnown()
}

func indexText(n int) string { return keyText(cty.NumberIntVal(int64(n))) }

func certainText(v cty.Value) (string, bool) {
	key, ok := certainKey(v)
	if !ok {
		return "", false
	}
	return keyText(key), true
}

// counterpart answers the block of the sources that a block comes from: the one with the same name, or the one in the
// same place where all are there. It is nil where there is none.
func counterpart(blocks []*Block, item *ToldBlock, n, of int) *Block {
	for _, name := range identifying {
		text, ok := certainText(item.Args[name].Value)
		if !ok {
			continue
		}
		for _, b := range blocks {
			if arg := b.Arg(name); arg != nil {
				if own, ok := certainText(arg.Value()); ok && own == text {
					return b
				}
			}
		}
	}
	if len(blocks) == of {
		return blocks[n]
	}
	return nil
}

func (f filler) argument(b *Block, name string, told ToldArgument, source *Block) Argument {
	a := Argument{
		Name: name, placed: &placedExpression{nameRange: b.Header(), at: b.Header()}, scope: f.scope, block: b,
		told: &toldArgument{literal: told.Literal, unwritten: told.Unwritten},
	}
	v := told.Value
	var from *Argument
	if source != nil {
		from = source.Arg(name)
		a.told.unwritten = f.lends && from == nil || !f.lends && told.Unwritten
	}
	if from != nil {
		a.placed.nameRange, a.placed.at = from.NameRange(), from.Range()
		if f.lends && !differs(v, from.Value()) {
			a.placed.expr, a.scope = from.Expr(), from.scope
		}
	}
	a.told.elements, a.told.complete = f.elements(&a, told)
	if from != nil && f.lends && !v.IsWhollyKnown() {
		own := f.told.remap(from.Value())
		if !own.IsWhollyKnown() {
			if plain, _ := v.Unmark(); !plain.IsKnown() {
				v = own.WithMarks(sensitivity(v))
			}
			if elements, complete := from.Elements(); len(elements) > 0 || complete {
				a.told.complete = complete
				a.told.elements = nil
				for _, e := range elements {
					e.Value = f.told.remap(e.Value)
					a.told.elements = append(a.told.elements, e)
				}
			}
		}
	}
	a.value = memo{state: done, value: v}
	return a
}

// differs reports whether the sources certainly give another value: they are newer.
func differs(v, own cty.Value) bool {
	v, _ = v.UnmarkDeep()
	own, _ = own.UnmarkDeep()
	text, ok := certainText(v)
	now, known := certainText(own)
	return ok && known && text != now
}

// elements answers the elements of an argument, with the places that the sources give them.
func (f filler) elements(a *Argument, told ToldArgument) ([]Element, bool) {
	plain, marks := told.Value.Unmark()
	if !plain.IsKnown() {
		var elements []Element
		for _, v := range told.Elements {
			elements = append(elements, Element{Value: v, Range: a.Range(), Bare: true})
		}
		return elements, told.Complete
	}
	if plain.IsNull() {
		return nil, true
	}
	if !plain.CanIterateElements() {
		return nil, false
	}
	places := map[string]hcl.Range{}
	if a.Expr() != nil {
		written, _ := (&Argument{placed: a.placed, scope: a.scope}).Elements()
		for _, e := range written {
			if text, ok := certainText(e.Value); ok {
				places[text] = e.Range
			}
		}
	}
	var elements []Element
	for it := plain.ElementIterator(); it.Next(); {
		_, v := it.Element()
		e := Element{Value: v.WithMarks(marks), Range: a.Range(), Bare: true}
		if text, ok := certainText(v); ok {
			if at, ok := places[text]; ok {
				e.Range = at
			}
		}
		elements = append(elements, e)
	}
	return elements, true
}

// toldArgument is what an argument was told.
type toldArgument struct {
	elements []Element
	complete bool
	literal  string
	// unwritten says that the argument is nobody's text.
	unwritten bool
}
