package planned

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
)

// Block is what a block holds.
type Block struct {
	Args   map[string]Argument
	Nested map[string][]*Block
	// Open are the types that may have any number of further blocks.
	Open []string
	// Unwritten says that the block may be nobody's text: the object merely has it.
	Unwritten bool
}

// Argument is what an argument is.
type Argument struct {
	Value cty.Value
	// Elements are what is certainly in a list whose value is unknown, and whether there is nothing else.
	Elements []cty.Value
	Complete bool
	// Literal is the text, where the configuration holds it as a literal.
	Literal string
	// Unwritten says that the argument is nobody's text: the object merely has it.
	Unwritten bool
	// Insignificant says that the value is what reading gives for what nobody wrote. It counts where the sources write it.
	Insignificant bool
}

type argumentKey struct {
	block *terraform.Block
	name  string
}

// SetBlock says what the block of an instance holds.
func (b *Builder) SetBlock(i *terraform.Instance, holds *Block) {
	f := filler{
		root: b.answers, instance: i, lends: !i.LifecycleUnknown,
		unwritten: map[*terraform.Block]bool{}, unwrittenArguments: map[argumentKey]bool{},
	}
	var source *terraform.Block
	if from := b.answers.instances[i].from; from != nil {
		source = from.Block()
	}
	f.fill(i.Block(), holds, source)
}

// filler fills the block of an instance.
type filler struct {
	root     *root
	instance *terraform.Instance
	// lends says that the sources' expressions are those of the values.
	lends bool
	// unwritten and unwrittenArguments are what is nobody's text.
	unwritten          map[*terraform.Block]bool
	unwrittenArguments map[argumentKey]bool
}

// fill fills a block. It reports whether the block, or something in it, is nobody's text.
func (f filler) fill(b *terraform.Block, holds *Block, source *terraform.Block) (parts bool) {
	for _, name := range slices.Sorted(maps.Keys(holds.Args)) {
		arg := holds.Args[name]
		written := source != nil && f.lends && source.Arg(name) != nil
		if source != nil && f.lends && !written && isUnknown(arg.Value) || arg.Insignificant && !written {
			continue // nobody wrote it: the provider computes it
		}
		b.Give(f.instance, f.argument(b, name, arg, source))
		if source != nil && f.lends {
			arg.Unwritten = source.Arg(name) == nil
		}
		if arg.Unwritten {
			f.unwrittenArguments[argumentKey{b, name}], parts = true, true
		}
	}
	for _, typeName := range slices.Sorted(maps.Keys(holds.Nested)) {
		for n, item := range holds.Nested[typeName] {
			parts = f.nested(b, typeName, n, holds.Nested[typeName], item, source) || parts
		}
	}
	for _, typeName := range holds.Open {
		f.open(b, typeName, source)
	}
	b.Arrange()
	if f.unwritten[b] = holds.Unwritten && (source == nil || !f.lends); parts {
		b.Configure(
			func(a *terraform.Argument) bool { return f.unwrittenArguments[argumentKey{b, a.Name}] },
			func(nested *terraform.Block) bool { return f.unwritten[nested] },
		)
	}
	return parts || f.unwritten[b]
}

// nested adds a nested block, the n-th of those of its type.
func (f filler) nested(b *terraform.Block, typeName string, n int, all []*Block, item *Block, source *terraform.Block) (parts bool) {
	var from *terraform.Block
	header := b.Header()
	if source != nil {
		if from = counterpart(source.Blocks(typeName), item, n, len(all)); from != nil {
			header = from.Header()
		} else if made, ok := source.Dynamic[typeName]; ok {
			header = made.Header
		}
	}
	child := terraform.NewBlock(typeName, &header)
	parts = f.fill(child, item, from)
	b.Nest(child)
	return parts
}

// open takes in blocks whose number is not known, unless the sources know better.
func (f filler) open(b *terraform.Block, typeName string, source *terraform.Block) {
	if b.Open == nil {
		b.Open = map[string]hcl.Range{}
	}
	if source == nil || !f.lends {
		b.Open[typeName] = b.Header()
		return
	}
	if at, ok := source.Open[typeName]; ok {
		b.Open[typeName] = at
	}
	for _, from := range source.Blocks(typeName) {
		header := from.Header()
		child := terraform.NewBlock(typeName, &header)
		f.fill(child, f.read(from), from)
		b.Nest(child)
	}
}

// read returns what a block of the sources holds.
func (f filler) read(b *terraform.Block) *Block {
	holds := &Block{Args: map[string]Argument{}, Nested: map[string][]*Block{}, Open: slices.Sorted(maps.Keys(b.Open))}
	for n := range b.Args {
		holds.Args[b.Args[n].Name] = Argument{Value: terraform.MapOrigins(b.Args[n].Value(), f.root.planned)}
	}
	for _, nested := range b.Nested {
		holds.Nested[nested.Type] = append(holds.Nested[nested.Type], f.read(nested))
	}
	return holds
}

func isUnknown(v cty.Value) bool {
	plain, _ := v.Unmark()
	return !plain.IsKnown()
}

// counterpart returns the block of the sources that a block comes from: the one with the same name, or the one with the
// same number where all are there. It is nil where there is none.
func counterpart(blocks []*terraform.Block, item *Block, n, of int) *terraform.Block {
	for _, name := range facts.Identifying {
		text, ok := terraform.KnownText(item.Args[name].Value)
		if !ok {
			continue
		}
		for _, b := range blocks {
			if arg := b.Arg(name); arg != nil {
				if own, ok := terraform.KnownText(arg.Value()); ok && own == text {
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

// argument returns what an argument is given, with what the sources lend to it.
func (f filler) argument(b *terraform.Block, name string, arg Argument, source *terraform.Block) *terraform.Given {
	g := &terraform.Given{Name: name, Value: arg.Value, Literal: arg.Literal, NameRange: b.Header(), Range: b.Header()}
	var from *terraform.Argument
	if source != nil {
		from = source.Arg(name)
	}
	if from != nil {
		g.NameRange, g.Range = from.NameRange(), from.Range()
		if f.lends && !differs(arg.Value, from.Value()) {
			g.Expr, g.Scope = from.Expr(), from
		}
	}
	g.Elements, g.Complete = elements(g, arg)
	if from == nil || !f.lends || arg.Value.IsWhollyKnown() {
		return g
	}
	own := terraform.MapOrigins(from.Value(), f.root.planned)
	if own.IsWhollyKnown() {
		return g
	}
	if isUnknown(arg.Value) {
		g.Value = own
		if terraform.Sensitive(arg.Value) {
			g.Value = terraform.MarkSensitive(own)
		}
	}
	if elements, complete := from.Elements(); len(elements) > 0 || complete {
		g.Complete, g.Elements = complete, nil
		for _, e := range elements {
			e.Value = terraform.MapOrigins(e.Value, f.root.planned)
			g.Elements = append(g.Elements, e)
		}
	}
	return g
}

// differs reports whether the sources certainly give another value: they are newer.
func differs(v, own cty.Value) bool {
	text, ok := terraform.KnownText(v)
	now, known := terraform.KnownText(own)
	return ok && known && text != now
}

// elements returns the elements of an argument, with the positions that the sources give them.
func elements(g *terraform.Given, arg Argument) ([]terraform.Element, bool) {
	plain, marks := arg.Value.Unmark()
	if !plain.IsKnown() {
		var elements []terraform.Element
		for _, v := range arg.Elements {
			elements = append(elements, terraform.Element{Value: v, Range: g.Range, Verbatim: true})
		}
		return elements, arg.Complete
	}
	if plain.IsNull() {
		return nil, true
	}
	if !plain.CanIterateElements() {
		return nil, false
	}
	positions := map[string]hcl.Range{}
	for _, e := range g.Written() {
		if text, ok := terraform.KnownText(e.Value); ok {
			positions[text] = e.Range
		}
	}
	var elements []terraform.Element
	for it := plain.ElementIterator(); it.Next(); {
		_, v := it.Element()
		e := terraform.Element{Value: v.WithMarks(marks), Range: g.Range, Verbatim: true}
		if text, ok := terraform.KnownText(v); ok {
			if at, ok := positions[text]; ok {
				e.Range = at
			}
		}
		elements = append(elements, e)
	}
	return elements, true
}
