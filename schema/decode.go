package schema

import (
	"reflect"
	"strings"

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
	fields(object, func(field any, tag reflect.StructTag) {
		if target, ok := field.(decodable); ok {
			var o options
			if ref := tag.Get("ref"); ref != "" {
				o.ref = strings.Split(ref, ",")
			}
			target.decode(b, tag.Get("tf"), o)
		}
	})
}

// link resolves the references of an object and of its nested blocks.
func link(object any, c *Config) {
	fields(object, func(field any, _ reflect.StructTag) {
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

// fields calls visit with a pointer to each tagged field.
func fields(object any, visit func(field any, tag reflect.StructTag)) {
	v := reflect.ValueOf(object).Elem()
	t := v.Type()
	for i := range t.NumField() {
		field := t.Field(i)
		switch {
		case field.Tag.Get("tf") != "":
			visit(v.Field(i).Addr().Interface(), field.Tag)
		case field.Anonymous && field.Type.Kind() == reflect.Struct:
			fields(v.Field(i).Addr().Interface(), visit)
		}
	}
}
