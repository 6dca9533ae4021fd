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
	// sameID says that the object has the id of the target: `id:"same"`. What refers to the object refers to the target.
	sameID bool
	// anyKind says that objects of other kinds may be named as well: `of:"any"`.
	anyKind bool
	// index is where the field stands in the struct.
	index []int
}

// decodable is a field that is read from a block. References are looked up in what is declared.
type decodable interface {
	decode(b *terraform.Block, f *field, d *declarations)
}

// decode fills the fields of a kind, or of a nested block's type, from a block.
func decode(object any, b *terraform.Block, d *declarations) {
	if block, ok := object.(interface{ decodeBlock(b *terraform.Block) }); ok {
		block.decodeBlock(b)
	}
	v := reflect.ValueOf(object).Elem()
	all := fieldsOf(v.Type())
	for i := range all {
		f := &all[i]
		v.FieldByIndex(f.index).Addr().Interface().(decodable).decode(b, f, d) //nolint:forcetypeassert // each tagged field is one
	}
}

// argument returns one argument of a block as a value.
func argument[T Scalar](b *terraform.Block, name string) Value[T] {
	var v Value[T]
	v.decode(b, &field{name: name}, nil)
	return v
}

// knownFields are the fields of the types that were met, by [reflect.Type].
var knownFields sync.Map

// fieldsOf returns the tagged fields of a type, those of embedded structs among them. It may be called from several
// goroutines.
func fieldsOf(t reflect.Type) []field {
	known, ok := knownFields.Load(t)
	if !ok {
		known, _ = knownFields.LoadOrStore(t, tagged(t))
	}
	return known.([]field) //nolint:forcetypeassert // nothing else is stored
}

func tagged(t reflect.Type) []field {
	var all []field
	for i := range t.NumField() {
		declared := t.Field(i)
		switch {
		case declared.Tag.Get("tf") != "":
			f := field{index: []int{i}, name: declared.Tag.Get("tf"), sameID: declared.Tag.Get("id") == "same", anyKind: declared.Tag.Get("of") == "any"}
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
