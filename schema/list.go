package schema

import (
	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/terraform"
)

// List is an argument with any number of values. The values that are certainly there are members, unknown ones among
// them.
type List[T Scalar] struct {
	location
	Set[Value[T]]
}

func (l *List[T]) decode(b *terraform.Block, f *field, _ *declarations) {
	l.position = position{b, f}
	l.Set = elementsOf(l.location, func(item *Value[T], element *terraform.Element) {
		item.location = location{l.position, element}
		item.take(element.Value)
	})
}

// elementsOf reads the elements of an argument, if there is one.
func elementsOf[T any](at location, read func(item *T, element *terraform.Element)) Set[T] {
	arg := at.Argument()
	if arg == nil {
		return SetOf[T]()
	}
	elements, complete := arg.Elements()
	items := make([]T, len(elements))
	for i := range elements {
		read(&items[i], &elements[i])
	}
	return Set[T]{members: items, whole: complete, asked: at.watch(complete)}
}

// Absent reports whether the list is certainly empty or not set.
func (l List[T]) Absent() bool { return l.Empty() == Yes }

// Refs is an argument that names any number of other objects.
type Refs[T any] struct {
	location
	Set[Ref[T]]
}

// Targets returns the objects that are meant.
func (r Refs[T]) Targets() Set[*T] {
	return Map(r.Set, func(item Ref[T]) (*T, bool) { return item.Target(), item.Target() != nil }).OrOthers(r.Loose())
}

// Loose reports whether any object of the kind may be among those that are meant.
func (r Refs[T]) Loose() bool {
	return r.Any(func(item Ref[T]) Verdict { return verdictOf(item.Loose()) }) != No
}

func (r *Refs[T]) decode(b *terraform.Block, f *field, d *declarations) {
	r.position = position{b, f}
	r.Set = elementsOf(r.location, func(item *Ref[T], element *terraform.Element) {
		item.location, item.text = location{r.position, element}, !element.Verbatim
		item.take(element.Value)
		item.link(d)
	})
	if !r.whole {
		d.unclear = append(d.unclear, Value[string]{location: r.location, state: unknown})
	}
}

// Nested are the nested blocks of one type, in order. A dynamic block over something unknown may make any number of
// others.
type Nested[T any] struct {
	Set[*T]
	at position
}

// One returns the only block, or nil where there is none or not exactly one.
func (n Nested[T]) One() *T {
	if blocks, ok := n.All(); ok && len(blocks) == 1 {
		return blocks[0]
	}
	return nil
}

// Absent reports whether there is certainly no block.
func (n Nested[T]) Absent() bool { return n.Empty() == Yes }

// Range is the header of the first block, or of the block that lacks it.
func (n Nested[T]) Range() hcl.Range {
	if n.at.in == nil {
		return hcl.Range{}
	}
	if blocks := n.at.in.Blocks(n.at.name); len(blocks) > 0 {
		return blocks[0].Header()
	}
	return n.at.in.Header()
}

func (n *Nested[T]) decode(b *terraform.Block, f *field, d *declarations) {
	n.at = position{b, f}
	_, open := b.Open[f.name]
	n.whole, n.asked = !open, n.at.watch(!open)
	blocks := b.Blocks(f.name)
	if len(blocks) == 0 {
		return
	}
	items := make([]T, len(blocks))
	n.members = make([]*T, len(blocks))
	for i, nested := range blocks {
		decode(&items[i], nested, d)
		n.members[i] = &items[i]
	}
}

// Block is embedded in the types of nested blocks.
type Block struct{ from *terraform.Block }

// Path says where in its resource the block is.
func (b Block) Path() string { return b.from.Path() }

// Range is the block's header.
func (b Block) Range() hcl.Range { return b.from.Header() }

func (b *Block) decodeBlock(from *terraform.Block) { b.from = from }
