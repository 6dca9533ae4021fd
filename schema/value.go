package schema

import (
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
	raw   cty.Value
	value T
	state state
}

type state int

const (
	absent state = iota
	unknown
	known
)

// place is where a value is written.
type place struct {
	arg  *terraform.Argument
	at   *hcl.Range       // of an element of a list
	in   *terraform.Block // the block that has it, or lacks it; nil where nothing is known of a place
	name string
}

func placed(b *terraform.Block, name string) place {
	return place{arg: b.Arg(name), in: b, name: name}
}

// element answers the place of an element of a list.
func (p place) element(e terraform.Element) place { return place{at: &e.Range, in: p.in, name: p.name} }

// Range is the text of the value, or the header of the block that lacks it.
func (p place) Range() hcl.Range {
	switch {
	case p.at != nil:
		return *p.at
	case p.arg != nil:
		return p.arg.Range()
	case p.in != nil:
		return p.in.Header()
	}
	return hcl.Range{}
}

// Argument is the argument as it is written, nil if it is not, and nil for an element of a list.
func (p place) Argument() *terraform.Argument { return p.arg }

// Path says where in its resource the value is, or would be. An element of a list is where the list is.
func (p place) Path() string {
	if p.in == nil {
		return ""
	}
	return p.in.PathTo(p.name)
}

// NameRange is the text of the argument's name, or the header of the block that lacks it.
func (p place) NameRange() hcl.Range {
	if p.arg == nil {
		return p.Range()
	}
	return p.arg.NameRange()
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
func (v Value[T]) Written() bool { return v.arg != nil }

// Sensitive reports whether the value must not be shown.
func (v Value[T]) Sensitive() bool { return v.raw != cty.NilVal && terraform.Sensitive(v.raw) }

// Origins are the computed attributes that the value is made from, as far as they can be told.
func (v Value[T]) Origins() []terraform.Origin {
	if v.raw == cty.NilVal {
		return nil
	}
	return terraform.Origins(v.raw)
}

// Prefix is the text that the value certainly begins with, even where the rest is unknown.
func (v Value[T]) Prefix() string { return CertainPrefix(v.raw) }

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

func (v *Value[T]) decode(b *terraform.Block, name string, _ options) {
	v.place = placed(b, name)
	if v.arg != nil {
		v.set(v.arg.Value())
	}
}

func (v *Value[T]) set(raw cty.Value) {
	v.raw = raw
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
	if v.arg == nil || v.Sensitive() {
		return nil
	}
	return v.arg.Respell(v.Range(), old, with)
}

// List is an argument with any number of values.
type List[T Scalar] struct {
	place
	// Items are the elements that are there for certain, unknown ones included.
	Items []Value[T]
	// Complete says that there are no others.
	Complete bool
}

func (l *List[T]) decode(b *terraform.Block, name string, _ options) {
	l.place, l.Complete = placed(b, name), true
	if l.arg == nil {
		return
	}
	elements, complete := l.arg.Elements()
	l.Complete = complete
	for _, element := range elements {
		item := Value[T]{place: l.element(element)}
		item.set(element.Value)
		l.Items = append(l.Items, item)
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
	at   *terraform.Block
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
	if n.at == nil {
		return hcl.Range{}
	}
	return n.at.Header()
}

func (n *Nested[T]) decode(b *terraform.Block, name string, _ options) {
	n.at = b
	_, n.Open = b.Open[name]
	for i, nested := range b.Blocks(name) {
		if i == 0 {
			n.at = nested
		}
		item := new(T)
		decode(item, nested)
		n.Items = append(n.Items, item)
	}
}

// Block is embedded in the types of nested blocks.
type Block struct{ from *terraform.Block }

// Path says where in its resource the block is.
func (b Block) Path() string { return b.from.Path() }

// Range is the block's header.
func (b Block) Range() hcl.Range { return b.from.Header() }

func (b *Block) decodeBlock(from *terraform.Block) { b.from = from }
