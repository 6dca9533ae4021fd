package schema

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform"
)

// Ref is an argument that names another object by its id.
type Ref[T any] struct {
	Value[string]
	target   *T
	accepted []string
	// text says that the value is text around an id.
	text bool
	// foreign says that the id is that of no object of the configuration, likely that the target is not the only one that
	// may be meant.
	foreign, likely bool
}

// Target answers the object that is certainly meant, or nil.
func (r Ref[T]) Target() *T { return r.target }

// Loose reports whether the reference may mean any object of its kind: it is written, and its target is not certain.
func (r Ref[T]) Loose() bool { return (r.target == nil || r.likely) && !r.Absent() && !r.foreign }

func (r *Ref[T]) decode(b *terraform.Block, name string, o options) {
	r.accepted = o.ref
	r.Value.decode(b, name, o)
	r.text = r.arg != nil && r.Unknown() && !r.arg.Bare()
}

func (r *Ref[T]) link(c *Config) {
	if id, ok := r.Get(); ok && c.byID != nil {
		r.target, r.foreign = find[T](c, r.accepted, id)
		return
	}
	r.likely = terraform.Likely(r.raw)
	origin, ok := SoleOrigin(r.raw)
	if !ok || r.text || !accepts(r.accepted, origin.Attr) {
		return
	}
	object := c.objects[origin.Instance]
	if through, ok := object.(interface{ standsFor() any }); ok {
		if _, direct := object.(*T); !direct {
			object = through.standsFor()
		}
	}
	if target, ok := object.(*T); ok {
		r.target = target
	}
}

// SoleOrigin answers the computed attribute that a value is, if it certainly is one and nothing else.
func SoleOrigin(raw cty.Value) (terraform.Origin, bool) {
	if raw == cty.NilVal {
		return terraform.Origin{}, false
	}
	origins := terraform.Origins(raw)
	// A value with a certain beginning is text around an id, not an id; one that something else decides may be another.
	if len(origins) != 1 || raw.IsKnown() || CertainPrefix(raw) != "" || terraform.Undecided(raw) {
		return terraform.Origin{}, false
	}
	return origins[0], true
}

// accepts reports whether an attribute identifies an object: its id unless the field says otherwise. An attribute that
// can no longer be told ("") is taken for the right one: the instance is certain, and nothing else would make sense.
func accepts(accepted []string, attr string) bool {
	if attr == "" {
		return true
	}
	for _, name := range accepted {
		if name == attr {
			return true
		}
	}
	return len(accepted) == 0 && attr == "id"
}

// Refs is an argument that names any number of other objects.
type Refs[T any] struct {
	place
	Items []Ref[T]
	// Complete says that there are no others than the items.
	Complete bool
}

// Loose reports whether any object of the kind may be among those that are meant.
func (r Refs[T]) Loose() bool {
	if !r.Complete {
		return true
	}
	for _, item := range r.Items {
		if item.Loose() {
			return true
		}
	}
	return false
}

func (r *Refs[T]) decode(b *terraform.Block, name string, o options) {
	r.place, r.Complete = placed(b, name), true
	if r.arg == nil {
		return
	}
	elements, complete := r.arg.Elements()
	r.Complete = complete
	for _, element := range elements {
		item := Ref[T]{accepted: o.ref, text: !element.Bare}
		item.place = r.element(element)
		item.set(element.Value)
		r.Items = append(r.Items, item)
	}
}

func (r *Refs[T]) link(c *Config) {
	for i := range r.Items {
		r.Items[i].link(c)
	}
}
