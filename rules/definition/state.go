package definition

import (
	"math/big"
	"slices"
	"strconv"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
)

// attributeState is what a block says of one attribute. There are very many, so that it holds nothing that can be asked
// for. It is shared: whoever changes it copies it.
type attributeState struct {
	attr *attribute       // nil where the facts have none of the name
	in   *terraform.Block // that has it, nil where it is not set
	arg  *terraform.Argument
	state
	doubtful bool // see [blockContext.perhaps]
	// via is nil for an attribute of the block that asks.
	via *via
}

// via is how a check came to an attribute that is not one of the block that asks.
type via struct {
	path string // as the check has it, from the top of its own resource
	// through is the reference that leads to the resource that has the attribute, nil where that is the block's own.
	through *attributeState
	// element is the one that is meant of a list, nil for all of it.
	element *terraform.Element
}

// state is what is certain about an argument or a block type.
type state uint8

const (
	unasked state = iota // nobody has asked yet
	unsure               // nothing
	unset                // not written, null, or the empty string
	given                // set, to an unknown value or to a block
	known                // set to a value that is known
)

// read finds out what is certain about an attribute of the block.
func (b *blockContext) read(s *attributeState) *attributeState {
	if s.state != unasked {
		return s
	}
	s.state = unsure
	switch {
	case s.attr.Block:
		if len(s.blocks()) > 0 { // a block that is written as an argument is for another rule to report
			s.state = given
		}
	case s.arg != nil:
		s.state = s.stateOf(s.arg)
		if b.perhaps(s.arg) {
			s.state, s.doubtful = unsure, true
		}
	}
	return s
}

func (s *attributeState) stateOf(arg *terraform.Argument) state {
	raw := arg.Value()
	plain := terraform.Unmarked(raw)
	switch {
	case !plain.IsKnown():
		if schema.CertainPrefix(raw) != "" || arg.CertainlySet() {
			return given
		}
		return unsure
	case plain.IsNull():
		return empty(arg)
	}
	converted, err := convert.Convert(plain, s.attr.implied)
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

// path is where the attribute stands, from the top of the resource that asks.
func (s *attributeState) path() string {
	if s.via != nil {
		return s.via.path
	}
	return s.attr.path
}

// raw is the value as it was evaluated, cty.NilVal where there is no argument.
func (s *attributeState) raw() cty.Value {
	if s.arg == nil {
		return cty.NilVal
	}
	return s.arg.Value()
}

// value is the argument's without marks and in the attribute's type. It is only for one that is known.
func (s *attributeState) value() cty.Value {
	v, err := convert.Convert(terraform.Unmarked(s.arg.Value()), s.attr.implied)
	if err != nil {
		return cty.DynamicVal // it would not be known
	}
	return v
}

// secret reports whether the value must not be shown.
func (s *attributeState) secret() bool {
	return s.arg != nil && (s.attr.Sensitive || terraform.Sensitive(s.arg.Value()))
}

// blocks are the nested blocks that are written.
func (s *attributeState) blocks() []*terraform.Block {
	if s.in == nil || s.arg != nil || !s.attr.Block {
		return nil
	}
	return s.in.Blocks(s.attr.Name)
}

// open reports whether there may be any number of further blocks.
func (s *attributeState) open() bool {
	if s.in == nil {
		return false
	}
	_, open := s.in.Open[s.attr.Name]
	if open {
		s.ask()
	}
	return open
}

// elements returns the elements of an argument that is a list, and whether they are all there is.
func (s *attributeState) elements() (elements []terraform.Element, complete bool) {
	if s.arg == nil || s.doubtful {
		return nil, false
	}
	elements, complete = s.arg.Elements()
	if !complete || slices.ContainsFunc(elements, func(e terraform.Element) bool { return !terraform.Unmarked(e.Value).IsKnown() }) {
		s.ask()
	}
	return elements, complete
}

// ask tells who watches the block that the attribute is asked for and not known.
func (s *attributeState) ask() {
	if s.in != nil {
		s.in.Ask(s.attr.Name)
	}
}

// isSet returns whether the attribute is set. Zero and false are what the provider takes for unset in many places, so
// that they are not certain.
func (s *attributeState) isSet() schema.Verdict {
	switch s.state {
	case unset:
		return schema.No
	case unasked, unsure:
		s.ask()
		return schema.Unsure
	case given, known:
	}
	if s.state == known {
		if v := s.value(); v.Type() == cty.Bool && v.False() || v.Type() == cty.Number && v.RawEquals(cty.Zero) {
			return schema.Unsure
		}
	}
	return schema.Yes
}

// writtenToSchema returns whether the provider's schema takes the attribute for set: every value counts, the empty
// text, an empty list, zero and false too, and only null does not.
func (s *attributeState) writtenToSchema() schema.Verdict {
	if s.arg != nil && s.arg.Source() != nil && !s.doubtful && !s.attr.Block {
		if plain := terraform.Unmarked(s.arg.Value()); plain.IsKnown() && !plain.IsNull() {
			return schema.Yes
		}
	}
	return s.isSet()
}

// printed returns a scalar value as the facts print it.
func (s *attributeState) printed() (string, bool) {
	if s.state != known {
		s.askUnless(unset)
		return "", false
	}
	return printed(s.value())
}

// askUnless does what ask does if the state is not one that is certain.
func (s *attributeState) askUnless(certain state) {
	if s.state != certain {
		s.ask()
	}
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

// texts returns the known texts of an argument or of its elements, and whether there are no others.
func (s *attributeState) texts() (texts []string, complete bool) {
	if text, ok := s.printed(); ok {
		return []string{text}, true
	}
	if s.arg == nil || s.attr.Elem == nil {
		return nil, s.state == unset
	}
	elements, complete := s.elements()
	for _, element := range elements {
		text, ok := printed(terraform.Unmarked(element.Value))
		if !ok {
			complete = false
			continue
		}
		texts = append(texts, text)
	}
	return texts, complete
}

// anyText reports whether one of the known texts, but for empty ones, is as asked.
func (s *attributeState) anyText(asked func(string) bool) bool {
	texts, _ := s.texts()
	return slices.ContainsFunc(texts, func(text string) bool { return text != "" && asked(text) })
}

// written reports whether there is text in the configuration that says it.
func (s *attributeState) written() bool { return s.arg != nil || len(s.blocks()) > 0 }

// own is where the attribute itself is written, in whatever resource: its value, or the header of the first block. It is
// empty where there is neither.
func (s *attributeState) own() hcl.Range {
	if s.via != nil && s.via.element != nil {
		return s.via.element.Range
	}
	if s.arg != nil {
		return s.arg.Range()
	}
	if blocks := s.blocks(); len(blocks) > 0 {
		return blocks[0].Header()
	}
	return hcl.Range{}
}

// through is the reference that leads to the resource that has the attribute, nil where that is the block's own.
func (s *attributeState) through() *attributeState {
	if s.via == nil {
		return nil
	}
	return s.via.through
}

// place is what to point at when the value has to change: where it is another resource's, the reference to that one. It is
// empty where nothing is written.
func (s *attributeState) place() hcl.Range {
	if through := s.through(); through != nil {
		return through.own()
	}
	return s.own()
}

// placeOf is where an attribute is written, the block's header where it is not.
func (b *blockContext) placeOf(s *attributeState) hcl.Range {
	if !s.written() {
		return b.block.Header()
	}
	return s.own()
}

// header is what to point at when the argument or block has to go: its name.
func (s *attributeState) header() hcl.Range {
	if s.arg != nil && s.through() == nil {
		return s.arg.NameRange()
	}
	return s.place()
}
