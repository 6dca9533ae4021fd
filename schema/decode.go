package schema

import (
	"reflect"
	"strings"
	"sync"

	"github.com/apiglint/apiglint/schema/terraform"
)

// A kind declares its fields with tags: `tf:"group_id"` names the argument or block, `ref:"publish_id"` the attribute
// of the target that a reference carries where it is not the id.
type options struct {
	ref []string
}

type decodable interface {
	decode(b *terraform.Block, name string, o options)
}

type linkable interface {
	link(c *Config)
}

// decode fills the fields of a kind, or of a nested block's type, from a block.
func decode(object any, b *terraform.Block) {
	if block, ok := object.(interface{ decodeBlock(b *terraform.Block) }); ok {
		block.decodeBlock(b)
	}
	fields(object, func(field any, f tagged) {
		if target, ok := field.(decodable); ok {
			target.decode(b, f.name, f.options)
		}
	})
}

// link resolves the references of an object and of its nested blocks.
func link(object any, c *Config) {
	fields(object, func(field any, _ tagged) {
		if target, ok := field.(linkable); ok {
			target.link(c)
		}
	})
}

func (n *Nested[T]) link(c *Config) {
	for _, item := range n.Items {
		link(item, c)
	}
}

// tagged is a field of a kind: its index in the struct, and what its tags say.
type tagged struct {
	index []int
	name  string
	options
}

// taggedFields are the tagged fields of each type, those of embedded structs among them.
var taggedFields sync.Map // of reflect.Type to []tagged

func fieldsOf(t reflect.Type) []tagged {
	if known, ok := taggedFields.Load(t); ok {
		return known.([]tagged) //nolint:forcetypeassert // nothing else is stored
	}
	var all []tagged
	for i := range t.NumField() {
		field := t.Field(i)
		switch {
		case field.Tag.Get("tf") != "":
			f := tagged{index: []int{i}, name: field.Tag.Get("tf")}
			if ref := field.Tag.Get("ref"); ref != "" {
				f.ref = strings.Split(ref, ",")
			}
			all = append(all, f)
		case field.Anonymous && field.Type.Kind() == reflect.Struct:
			for _, f := range fieldsOf(field.Type) {
				f.index = append([]int{i}, f.index...)
				all = append(all, f)
			}
		}
	}
	taggedFields.Store(t, all)
	return all
}

// fields calls visit with a pointer to each tagged field.
func fields(object any, visit func(field any, f tagged)) {
	v := reflect.ValueOf(object).Elem()
	for _, f := range fieldsOf(v.Type()) {
		visit(v.FieldByIndex(f.index).Addr().Interface(), f)
	}
}
