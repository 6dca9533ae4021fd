package schema

import (
	"reflect"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/gocty"

	"github.com/apiglint/apiglint/schema/terraform"
)

// Scalar is what a single value can be.
type Scalar interface{ string | int | bool | float64 }

// Value is an argument with a single value. It is absent, unknown, or known; the zero Value is absent.
type Value[T Scalar] struct {
	place
	value T
	state state
}

type state uint8

const (
	absent state = iota
	unknown
	known
)

// spot is where an argument or nested blocks stand, or would stand. What is written there the block knows. The zero spot
// is nowhere.
type spot struct {
	in *terraform.Block
	*field
}

// Path says where in its resource the spot is.
func (s spot) Path() string {
	if s.in == nil {
		return ""
	}
	return s.in.PathTo(s.name)
}

// place is where a value is written, or would be: it is an argument, or an element of one that is a list. There are very
// many, so that it holds nothing that can be asked for.
type place struct {
	spot
	element *terraform.Element // nil for an argument
}

// Range is the text of the value, or the header of the block that lacks it.
func (p place) Range() hcl.Range {
	if p.element != nil {
		return p.element.Range
	}
	if arg := p.Argument(); arg != nil {
		return arg.Range()
	}
	if p.in == nil {
		return hcl.Range{}
	}
	return p.in.Header()
}

// Argument is the argument as it is written, nil if it is not, and nil for an element of a list.
func (p place) Argument() *terraform.Argument {
	if p.in == nil || p.element != nil {
		return nil
	}
	return p.in.Arg(p.name)
}

// raw is the value as it was evaluated, cty.NilVal where nothing is written.
func (p place) raw() cty.Value {
	if p.element != nil {
		return p.element.Value
	}
	if arg := p.Argument(); arg != nil {
		return arg.Value()
	}
	return cty.NilVal
}

// Get answers the value, and whether it is written and known.
func (v Value[T]) Get() (T, bool) { return v.value, v.state == known }

// Is reports whether the value is certainly one of these.
func (v Value[T]) Is(any ...T) bool { return v.state == known && slices.Contains(any, v.value) }

// Or answers the value, or a default if it is certainly not set. It is false where the value is unknown.
func (v Value[T]) Or(byDefault T) (T, bool) {
	if v.state == absent {
		return byDefault, true
	}
	return v.Get()
}

// Absent reports whether the value is certainly not set: not written, or null.
func (v Value[T]) Absent() bool { return v.state == absent }

// Unknown reports whether the value is written and cannot be told.
func (v Value[T]) Unknown() bool { return v.state == unknown }

// Written reports whether there is an argument, be it null or unknown.
func (v Value[T]) Written() bool { return v.Argument() != nil }

// Sensitive reports whether the value must not be shown.
func (v Value[T]) Sensitive() bool {
	raw := v.raw()
	return raw != cty.NilVal && terraform.Sensitive(raw)
}

// Origins are the computed attributes that the value is made from, as far as they can be told.
func (v Value[T]) Origins() []terraform.Origin {
	raw := v.raw()
	if raw == cty.NilVal {
		return nil
	}
	return terraform.Origins(raw)
}

// Prefix is the text that the value certainly begins with, even where the rest is unknown.
func (v Value[T]) Prefix() string { return CertainPrefix(v.raw()) }

// CertainPrefix answers the text that a value certainly begins with, even where the rest is unknown.
func CertainPrefix(raw cty.Value) string {
	if raw == cty.NilVal {
		return ""
	}
	plain, _ := raw.Unmark()
	switch {
	case plain.Type() != cty.String || (plain.IsKnown() && plain.IsNull()):
		return ""
	case plain.IsKnown():
		return plain.AsString()
	}
	return plain.Range().StringPrefix()
}

func (v *Value[T]) decode(b *terraform.Block, f *field) {
	v.spot = spot{b, f}
	if arg := b.Arg(f.name); arg != nil {
		v.take(arg.Value())
	}
}

func (v *Value[T]) take(raw cty.Value) {
	plain := terraform.Unmarked(raw)
	switch {
	case !plain.IsKnown():
		v.state = unknown
		return
	case plain.IsNull():
		v.state = absent
		return
	}
	if text, ok := any(&v.value).(*string); ok && plain.Type() == cty.String { // what most are
		*text, v.state = plain.AsString(), known
		return
	}
	v.state = unknown // a value of the wrong type is for the definition rules to report; for all others it is unknown
	want, err := gocty.ImpliedType(v.value)
	if err != nil {
		return
	}
	converted, err := convert.Convert(plain, want)
	if err != nil || converted.IsNull() || !converted.IsKnown() {
		return
	}
	if gocty.FromCtyValue(converted, &v.value) == nil {
		v.state = known
	}
}

// Respell answers the rewrite of a text that is written out. It is nil where the value comes from elsewhere, or is a
// secret.
func (v Value[T]) Respell(old, with string) *terraform.Rewrite {
	arg := v.Argument()
	if arg == nil || v.Sensitive() {
		return nil
	}
	return arg.Respell(v.Range(), old, with)
}

// List is an argument with any number of values.
type List[T Scalar] struct {
	place
	// Items are the elements that are there for certain, unknown ones included.
	Items []Value[T]
	// Complete says that there are no others.
	Complete bool
}

func (l *List[T]) decode(b *terraform.Block, f *field) {
	l.spot, l.Complete = spot{b, f}, true
	arg := l.Argument()
	if arg == nil {
		return
	}
	elements, complete := arg.Elements()
	l.Items, l.Complete = make([]Value[T], len(elements)), complete
	for i := range elements {
		item := &l.Items[i]
		item.place = place{l.spot, &elements[i]}
		item.take(elements[i].Value)
	}
}

// Absent reports whether the list is certainly empty or not set.
func (l List[T]) Absent() bool { return l.Complete && len(l.Items) == 0 }

// Nested are the nested blocks of one type.
type Nested[T any] struct {
	// Items are the blocks in order.
	Items []*T
	// Open says that there may be any number of others, made by a dynamic block over something unknown.
	Open bool
	at   spot
}

// One answers the only block, or nil where there is none or not exactly one.
func (n Nested[T]) One() *T {
	if len(n.Items) == 1 && !n.Open {
		return n.Items[0]
	}
	return nil
}

// Absent reports whether there is certainly no block.
func (n Nested[T]) Absent() bool { return len(n.Items) == 0 && !n.Open }

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

func (n *Nested[T]) decode(b *terraform.Block, f *field) {
	n.at = spot{b, f}
	_, n.Open = b.Open[f.name]
	blocks := b.Blocks(f.name)
	if len(blocks) == 0 {
		return
	}
	items := make([]T, len(blocks))
	n.Items = make([]*T, len(blocks))
	for i, nested := range blocks {
		decode(&items[i], nested)
		n.Items[i] = &items[i]
	}
}

func (n *Nested[T]) link(c *Config) {
	for _, item := range n.Items {
		link(item, c)
	}
}

func (*Nested[T]) refers() bool { return len(fieldsOf(reflect.TypeFor[T]()).linkable) > 0 }

// Block is embedded in the types of nested blocks.
type Block struct{ from *terraform.Block }

// Path says where in its resource the block is.
func (b Block) Path() string { return b.from.Path() }

// Range is the block's header.
func (b Block) Range() hcl.Range { return b.from.Header() }

func (b *Block) decodeBlock(from *terraform.Block) { b.from = from }
