package schema

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/gocty"

	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/edit"
)

// Scalar is what a single value can be.
type Scalar interface{ string | int | bool | float64 }

// Value is an argument with a single value. It is absent, unknown, or known; the zero Value is absent.
type Value[T Scalar] struct {
	location
	value T
	state state
}

type state uint8

const (
	absent state = iota
	unknown
	known
)

// position is where an argument or nested blocks stand in a block, or would stand. What is written there the block
// knows. The zero position is nowhere.
type position struct {
	in *terraform.Block
	*field
}

// watch returns what tells who watches the block that what stands here is asked for and not known whole. It is nil where it is.
func (p position) watch(whole bool) func() {
	if whole {
		return nil
	}
	return func() { p.in.Ask(p.name) }
}

// Path says where in its resource the position is.
func (p position) Path() string {
	if p.in == nil {
		return ""
	}
	return p.in.PathTo(p.name)
}

// location is where a value is written, or would be: it is an argument, or an element of one that is a list. There are very
// many, so that it holds nothing that can be asked for.
type location struct {
	position
	element *terraform.Element // nil for an argument
}

// Range is the text of the value, or the header of the block that lacks it.
func (l location) Range() hcl.Range {
	if l.element != nil {
		return l.element.Range
	}
	if arg := l.Argument(); arg != nil {
		return arg.Range()
	}
	if l.in == nil {
		return hcl.Range{}
	}
	return l.in.Header()
}

// Argument is the argument as it is written, nil if it is not, and nil for an element of a list.
func (l location) Argument() *terraform.Argument {
	if l.in == nil || l.element != nil {
		return nil
	}
	return l.in.Arg(l.name)
}

// verbatim reports whether the value is certainly what its expression refers to, without text around it. A plan does not say it, only
// its sources do.
func (l location) verbatim() bool {
	if l.element != nil {
		return l.element.Verbatim
	}
	arg := l.Argument()
	return arg == nil || arg.Expr() != nil && arg.Verbatim()
}

// raw is the value as it was evaluated, cty.NilVal where nothing is written.
func (l location) raw() cty.Value {
	if l.element != nil {
		return l.element.Value
	}
	if arg := l.Argument(); arg != nil {
		return arg.Value()
	}
	return cty.NilVal
}

// Get returns the value, and whether it is written and known.
func (v Value[T]) Get() (T, bool) {
	v.ask()
	return v.value, v.state == known
}

// ask tells who watches the block that the value is asked for and not known.
func (v Value[T]) ask() {
	if v.state == unknown && v.in != nil {
		v.in.Ask(v.name)
	}
}

// Is reports whether the value is certainly one of these.
func (v Value[T]) Is(any ...T) bool {
	v.ask()
	return v.state == known && slices.Contains(any, v.value)
}

// Or returns the value, or a default if it is certainly not set. It is false where the value is unknown.
func (v Value[T]) Or(byDefault T) (T, bool) {
	if v.state == absent {
		return byDefault, true
	}
	return v.Get()
}

// Absent reports whether the value is certainly not set: not written, or null.
func (v Value[T]) Absent() bool {
	v.ask()
	return v.state == absent
}

// Unknown reports whether the value is written and cannot be told.
func (v Value[T]) Unknown() bool {
	v.ask()
	return v.state == unknown
}

// IsSet reports whether there is an argument, be it null or unknown.
func (v Value[T]) IsSet() bool { return v.Argument() != nil }

// Sensitive reports whether the value must not be shown.
func (v Value[T]) Sensitive() bool {
	raw := v.raw()
	return raw != cty.NilVal && terraform.Sensitive(raw)
}

// Origins are the computed attributes that the value is made from, as far as they can be told.
func (v Value[T]) Origins() []terraform.Origin {
	v.ask()
	raw := v.raw()
	if raw == cty.NilVal {
		return nil
	}
	return terraform.Origins(raw)
}

// Prefix is the text that the value certainly begins with, even where the rest is unknown.
func (v Value[T]) Prefix() string {
	v.ask()
	return CertainPrefix(v.raw())
}

// CertainPrefix returns the text that a value certainly begins with, even where the rest is unknown.
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

func (v *Value[T]) decode(b *terraform.Block, f *field, _ *declarations) {
	v.position = position{b, f}
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

// Respell returns the rewrite of a text that is written out. It is nil where the value comes from elsewhere, or is a
// secret.
func (v Value[T]) Respell(old, with string) *edit.Edits {
	arg := v.Argument()
	if arg == nil || v.Sensitive() {
		return nil
	}
	return edit.Literal(arg, v.Range(), old, with)
}
