package definition

import (
	"math/big"
	"strconv"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
)

// setting is what a block says of one attribute. There are very many, so that it holds nothing that can be asked for. It is
// shared: whoever changes it copies it.
type setting struct {
	attr *attribute       // nil where the tables have none of the name
	in   *terraform.Block // that has it, nil where it is not set
	arg  *terraform.Argument
	state
	doubtful bool // see [site.perhaps]
	// by is nil for the setting of the block that asks.
	by *detour
}

// detour is how a clause came to a setting that is not that of the block that asks.
type detour struct {
	path string // as the clause has it, from the top of its own resource
	// through is the reference that leads to the resource that has the attribute, nil where that is the block's own.
	through *setting
	// element is the one that is meant of a list, nil for all of it.
	element *terraform.Element
}

// state is what is certain about an argument or a block type.
type state uint8

const (
	unasked state = iota // nobody has asked yet
	unsure               // nothing
	unset                // not written, null, or the empty string
	given                // set to what cannot be told here, or to a block
	known                // set to a value that is known
)

// read finds out what is certain about a setting of the block.
func (s *site) read(f *setting) *setting {
	if f.state != unasked {
		return f
	}
	f.state = unsure
	switch {
	case f.attr.Block:
		if len(f.blocks()) > 0 { // a block that is written as an argument is for another rule to report
			f.state = given
		}
	case f.arg != nil:
		f.state = f.stateOf(f.arg)
		if s.perhaps(f.arg) {
			f.state, f.doubtful = unsure, true
		}
	}
	return f
}

func (f *setting) stateOf(arg *terraform.Argument) state {
	raw := arg.Value()
	plain := terraform.Unmarked(raw)
	switch {
	case !plain.IsKnown():
		if certainlySet(arg, raw) {
			return given
		}
		return unsure
	case plain.IsNull():
		return empty(arg)
	}
	converted, err := convert.Convert(plain, f.attr.implied)
	if err != nil || !converted.IsKnown() {
		return unsure // a value of the wrong type is for another rule to report
	}
	switch ty := converted.Type(); {
	case converted.IsNull(),
		ty == cty.String && converted.AsString() == "",
		ty.IsCollectionType() && converted.LengthInt() == 0:
		return empty(arg)
	}
	return known
}

// empty is the state of an argument with an empty value: an input of the root module is not certain to stay so.
func empty(arg *terraform.Argument) state {
	if arg.MayBeDefaulted() {
		return unsure
	}
	return unset
}

// certainlySet reports whether a value that is not known is certainly neither null nor empty: an attribute of a
// resource that is named directly and that the provider always computes, or a text with a part that is known.
func certainlySet(arg *terraform.Argument, raw cty.Value) bool {
	if schema.CertainPrefix(raw) != "" || arg.HasText() {
		return true
	}
	origin, ok := schema.SingleOrigin(raw)
	return ok && origin.Attr == "id" && arg.IsResourceReference()
}

// path is where the attribute stands, from the top of the resource that asks.
func (f *setting) path() string {
	if f.by != nil {
		return f.by.path
	}
	return f.attr.path
}

// raw is the value as it was evaluated, cty.NilVal where there is no argument.
func (f *setting) raw() cty.Value {
	if f.arg == nil {
		return cty.NilVal
	}
	return f.arg.Value()
}

// value is the argument's without marks and in the attribute's type. It is only for a setting that is known.
func (f *setting) value() cty.Value {
	v, err := convert.Convert(terraform.Unmarked(f.arg.Value()), f.attr.implied)
	if err != nil {
		return cty.DynamicVal // it would not be known
	}
	return v
}

// secret reports whether the value must not be shown.
func (f *setting) secret() bool {
	return f.arg != nil && (f.attr.Sensitive || terraform.Sensitive(f.arg.Value()))
}

// blocks are the nested blocks that are written.
func (f *setting) blocks() []*terraform.Block {
	if f.in == nil || f.arg != nil || !f.attr.Block {
		return nil
	}
	return f.in.Blocks(f.attr.Name)
}

// open reports whether there may be any number of further blocks.
func (f *setting) open() bool {
	if f.in == nil {
		return false
	}
	_, open := f.in.Open[f.attr.Name]
	return open
}

// elements answers the elements of an argument that is a list, and whether they are all there is.
func (f *setting) elements() (elements []terraform.Element, complete bool) {
	if f.arg == nil || f.doubtful {
		return nil, false
	}
	return f.arg.Elements()
}

// isSet answers whether the attribute is set. Zero and false are what the provider takes for unset in many places, so
// that they are not certain.
func (f *setting) isSet() schema.Verdict {
	switch f.state {
	case unset:
		return schema.No
	case unasked, unsure:
		return schema.Unsure
	case given, known:
	}
	if f.state == known {
		if v := f.value(); v.Type() == cty.Bool && v.False() || v.Type() == cty.Number && v.RawEquals(cty.Zero) {
			return schema.Unsure
		}
	}
	return schema.Yes
}

// printed answers a scalar value as the tables print it.
func (f *setting) printed() (string, bool) {
	if f.state != known {
		return "", false
	}
	return printed(f.value())
}

func printed(v cty.Value) (string, bool) {
	if !v.IsKnown() || v.IsNull() || !v.Type().IsPrimitiveType() {
		return "", false
	}
	if v.Type() == cty.Number {
		if n, accuracy := v.AsBigFloat().Int64(); accuracy == big.Exact {
			return strconv.FormatInt(n, 10), true // what most are, and much cheaper
		}
	}
	text, err := convert.Convert(v, cty.String)
	if err != nil {
		return "", false
	}
	return text.AsString(), true
}

// written reports whether there is text in the configuration that says it.
func (f *setting) written() bool { return f.arg != nil || len(f.blocks()) > 0 }

// own is where the setting itself is written, in whatever resource: its value, or the header of the first block. It is
// empty where there is neither.
func (f *setting) own() hcl.Range {
	if f.by != nil && f.by.element != nil {
		return f.by.element.Range
	}
	if f.arg != nil {
		return f.arg.Range()
	}
	if blocks := f.blocks(); len(blocks) > 0 {
		return blocks[0].Header()
	}
	return hcl.Range{}
}

// through is the reference that leads to the resource that has the attribute, nil where that is the block's own.
func (f *setting) through() *setting {
	if f.by == nil {
		return nil
	}
	return f.by.through
}

// place is what to point at when the value has to change: where it is another resource's, the reference to that one. It is
// empty where nothing is written.
func (f *setting) place() hcl.Range {
	if through := f.through(); through != nil {
		return through.own()
	}
	return f.own()
}

// placeOf is where a setting is written, the block's header where it is not.
func (s *site) placeOf(f *setting) hcl.Range {
	if !f.written() {
		return s.block.Header()
	}
	return f.own()
}

// header is what to point at when the argument or block has to go: its name.
func (f *setting) header() hcl.Range {
	if f.arg != nil && f.through() == nil {
		return f.arg.NameRange()
	}
	return f.place()
}
