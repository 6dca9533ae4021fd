package schema

import (
	"reflect"
	"strings"
	"sync"

	"github.com/apiglint/apiglint/schema/terraform"
)

// field is a field of a kind, or of a nested block's type, as its tags declare it.
type field struct {
	// name is the argument or block type that it is read from: `tf:"group_id"`.
	name string
	// ref are the attributes of the target that a reference carries where it is not the id: `ref:"publish_id"`.
	ref []string
	// index is where the field stands in the struct.
	index []int
}

// decodable is a field that is read from a block.
type decodable interface {
	decode(b *terraform.Block, f *field)
}

// linkable is a field that may hold references.
type linkable interface {
	link(c *Config)
	// refers reports whether there is anything to link in fields of the type.
	refers() bool
}

// decode fills the fields of a kind, or of a nested block's type, from a block.
func decode(object any, b *terraform.Block) {
	if block, ok := object.(interface{ decodeBlock(b *terraform.Block) }); ok {
		block.decodeBlock(b)
	}
	v := reflect.ValueOf(object).Elem()
	all := fieldsOf(v.Type()).all
	for i := range all {
		pointerTo(v, &all[i]).(decodable).decode(b, &all[i]) //nolint:forcetypeassert // see fieldsOf
	}
}

// link resolves the references of an object and of its nested blocks.
func link(object any, c *Config) {
	v := reflect.ValueOf(object).Elem()
	for _, f := range fieldsOf(v.Type()).linkable {
		pointerTo(v, f).(linkable).link(c) //nolint:forcetypeassert // see fieldsOf
	}
}

func pointerTo(object reflect.Value, f *field) any {
	return object.FieldByIndex(f.index).Addr().Interface()
}

// fields are the fields of a type that are tagged, those of embedded structs among them. Each is decodable.
type fields struct {
	all []field
	// linkable are those that hold references, or blocks with any.
	linkable []*field
}

// knownFields are the fields of the types that were met, by [reflect.Type].
var knownFields sync.Map

// fieldsOf may be called from several goroutines.
func fieldsOf(t reflect.Type) *fields {
	known, ok := knownFields.Load(t)
	if !ok {
		known, _ = knownFields.LoadOrStore(t, readFields(t))
	}
	return known.(*fields) //nolint:forcetypeassert // nothing else is stored
}

func readFields(t reflect.Type) *fields {
	found := &fields{all: tagged(t)}
	for i := range found.all {
		f := &found.all[i]
		object := reflect.New(t.FieldByIndex(f.index).Type).Interface()
		if references, ok := object.(linkable); ok && references.refers() {
			found.linkable = append(found.linkable, f)
		}
	}
	return found
}

func tagged(t reflect.Type) []field {
	var all []field
	for i := range t.NumField() {
		declared := t.Field(i)
		switch {
		case declared.Tag.Get("tf") != "":
			f := field{index: []int{i}, name: declared.Tag.Get("tf")}
			if ref := declared.Tag.Get("ref"); ref != "" {
				f.ref = strings.Split(ref, ",")
			}
			all = append(all, f)
		case declared.Anonymous && declared.Type.Kind() == reflect.Struct:
			for _, f := range tagged(declared.Type) {
				f.index = append([]int{i}, f.index...)
				all = append(all, f)
			}
		}
	}
	return all
}
