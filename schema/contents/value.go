// Package contents is about JSON in arguments: reading it, with the parts that are unknown, and the shapes that the contents of
// plugins and the configurations of features have.
package contents

import (
	"encoding/json"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/apiglint/apiglint/schema/terraform"
)

// Kind is what a JSON value is.
type Kind uint8

// The kinds. Unknown stands for a value that cannot be told, or that is a secret, and Bare for a text that is no JSON.
const (
	Absent Kind = iota
	Unknown
	Bare
	Text
	Number
	Flag
	List
	Object
)

// Value is a JSON value that an argument holds, or a part of one. The zero Value is absent.
type Value struct {
	arg   *terraform.Argument
	path  []cty.Value
	value cty.Value // without marks
	raw   cty.Value // with them
	kind  Kind
}

// Of returns what an argument is the JSON text of.
func Of(arg *terraform.Argument) Value {
	if arg == nil {
		return Value{}
	}
	if encoded, ok := arg.Encoded(); ok {
		return part(arg, nil, encoded)
	}
	raw := arg.Value()
	plain := terraform.Unmarked(raw)
	switch text, known := terraform.KnownText(plain); {
	case plain.IsKnown() && plain.IsNull():
		return Value{}
	case !known || terraform.Sensitive(raw):
		return Value{arg: arg, kind: Unknown}
	case !json.Valid([]byte(text)):
		return Value{arg: arg, kind: Bare, value: plain}
	default:
		return part(arg, nil, decoded([]byte(text)))
	}
}

func decoded(text []byte) cty.Value {
	t, err := ctyjson.ImpliedType(text)
	if err != nil {
		return cty.DynamicVal // a key with values of two types
	}
	v, err := ctyjson.Unmarshal(text, t)
	if err != nil {
		return cty.DynamicVal
	}
	return v
}

func part(arg *terraform.Argument, path []cty.Value, raw cty.Value) Value {
	plain, marks := raw.Unmark()
	v := Value{arg: arg, path: path, value: plain, raw: raw}
	switch {
	case !plain.IsKnown() || terraform.Sensitive(cty.True.WithMarks(marks)):
		v.kind = Unknown
	case plain.IsNull():
		v.kind = Absent
	default:
		v.kind = kindOf(plain.Type())
	}
	return v
}

func kindOf(t cty.Type) Kind {
	switch {
	case t == cty.String:
		return Text
	case t == cty.Number:
		return Number
	case t == cty.Bool:
		return Flag
	case t.IsObjectType() || t.IsMapType():
		return Object
	case t.IsTupleType() || t.IsListType() || t.IsSetType():
		return List
	}
	return Unknown
}

// Kind returns what the value is. A null is absent.
func (v Value) Kind() Kind { return v.kind }

// Path says where in the JSON text the value stands: rules[0].limit, and "" for the whole.
func (v Value) Path() string {
	var b strings.Builder
	for _, step := range v.path {
		if step.Type() == cty.Number {
			b.WriteString("[" + step.AsBigFloat().Text('f', -1) + "]")
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('.')
		}
		b.WriteString(step.AsString())
	}
	return b.String()
}

// Range is the value's own text where jsonencode gets it from a text that is at hand, and that of the argument otherwise.
func (v Value) Range() hcl.Range {
	_, at := v.text()
	return at
}

// KeyRange is the text of the value's key where that is at hand, and that of the argument otherwise.
func (v Value) KeyRange() hcl.Range {
	at, _ := v.text()
	return at
}

// Element returns the value as an element of the argument, nil where it is absent.
func (v Value) Element() *terraform.Element {
	switch {
	case v.kind == Absent:
		return nil
	case v.raw == cty.NilVal:
		return &terraform.Element{Value: cty.DynamicVal, Range: v.Range()}
	}
	return &terraform.Element{Value: v.raw, Range: v.Range(), Verbatim: v.raw.IsKnown() || v.arg.EncodedVerbatim(v.path)}
}

func (v Value) text() (key, value hcl.Range) {
	if v.arg == nil {
		return hcl.Range{}, hcl.Range{}
	}
	if key, value, ok := v.arg.EncodedText(v.path); ok {
		return key, value
	}
	return v.arg.Range(), v.arg.Range()
}

// AsText returns a text, and whether the value is one. What is no JSON is a text as it stands.
func (v Value) AsText() (string, bool) {
	if v.kind != Text && v.kind != Bare {
		return "", false
	}
	return v.value.AsString(), true
}

// AsNumber returns a number, and whether the value is one.
func (v Value) AsNumber() (float64, bool) {
	if v.kind != Number {
		return 0, false
	}
	n, _ := v.value.AsBigFloat().Float64()
	return n, true
}

// AsInt returns a whole number, and whether the value is one.
func (v Value) AsInt() (int, bool) {
	n, ok := v.AsNumber()
	return int(n), ok && n == float64(int(n))
}

// Keys returns the names of what an object has, sorted.
func (v Value) Keys() []string {
	if v.kind != Object {
		return nil
	}
	var names []string
	for it := v.value.ElementIterator(); it.Next(); {
		name, _ := it.Element()
		names = append(names, name.AsString())
	}
	return names
}

// At returns what an object has by a name. It is unknown where the object is.
func (v Value) At(name string) Value {
	step := cty.StringVal(name)
	path := append(append([]cty.Value{}, v.path...), step)
	switch t := v.value.Type(); {
	case v.kind == Unknown:
		return Value{arg: v.arg, kind: Unknown}
	case v.kind != Object:
	case t.IsObjectType() && t.HasAttribute(name):
		return part(v.arg, path, v.value.GetAttr(name))
	case t.IsMapType() && v.value.HasIndex(step).True():
		return part(v.arg, path, v.value.Index(step))
	}
	return Value{}
}

// Items returns the elements of a list.
func (v Value) Items() []Value {
	if v.kind != List {
		return nil
	}
	var items []Value
	for it := v.value.ElementIterator(); it.Next(); {
		_, element := it.Element()
		path := append(append([]cty.Value{}, v.path...), cty.NumberIntVal(int64(len(items))))
		items = append(items, part(v.arg, path, element))
	}
	return items
}

// spelling returns a text or a bool as JSON spells it without quotation marks, "" for anything else.
func (v Value) spelling() string {
	if v.kind == Flag {
		return map[bool]string{true: "true", false: "false"}[v.value.True()]
	}
	text, _ := v.AsText()
	return text
}
