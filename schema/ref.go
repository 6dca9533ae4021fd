package schema

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform"
)

// Ref is an argument that names another object by its id.
type Ref[T any] struct {
	Value[string]
	target *T
	// text says that the value is text around an id.
	text bool
	// foreign says that the id is that of no object of the configuration, inferred that the target is not the only one that
	// may be meant.
	foreign, inferred bool
}

// Target answers the object that is certainly meant, or nil.
func (r Ref[T]) Target() *T { return r.target }

// Loose reports whether the reference may mean any object of its kind: it is written, and its target is not certain.
func (r Ref[T]) Loose() bool { return (r.target == nil || r.inferred) && !r.Absent() && !r.foreign }

func (r *Ref[T]) decode(b *terraform.Block, f *field) {
	r.Value.decode(b, f)
	r.text = r.Unknown() && !r.Argument().Verbatim()
}

func (*Ref[T]) refers() bool { return true }

func (r *Ref[T]) link(c *Config) {
	if r.Absent() {
		return
	}
	if id, ok := r.Get(); ok && c.byID != nil {
		r.target, r.foreign = find[T](c, r.ref, id)
		return
	}
	raw := r.raw()
	r.inferred = terraform.Inferred(raw)
	origin, ok := SoleOrigin(raw)
	if !ok || r.text || !accepts(r.ref, origin.Attr) {
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
	if raw == cty.NilVal || raw.IsKnown() || !raw.IsMarked() {
		return terraform.Origin{}, false
	}
	plain, marks := raw.Unmark() // all there are: what is unknown has no parts
	var sole terraform.Origin
	for mark := range marks {
		if origin, ok := mark.(terraform.Origin); ok {
			if sole.Instance != nil {
				return terraform.Origin{}, false
			}
			sole = origin
		}
	}
	// A value with a certain beginning is text around an id, not an id; one that something else decides may be another.
	if sole.Instance == nil || CertainPrefix(plain) != "" || terraform.Undecided(raw) {
		return terraform.Origin{}, false
	}
	return sole, true
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

func (r *Refs[T]) decode(b *terraform.Block, f *field) {
	r.spot, r.Complete = spot{b, f}, true
	arg := r.Argument()
	if arg == nil {
		return
	}
	elements, complete := arg.Elements()
	r.Items, r.Complete = make([]Ref[T], len(elements)), complete
	for i := range elements {
		item := &r.Items[i]
		item.place, item.text = place{r.spot, &elements[i]}, !elements[i].Verbatim
		item.take(elements[i].Value)
	}
}

func (*Refs[T]) refers() bool { return true }

func (r *Refs[T]) link(c *Config) {
	for i := range r.Items {
		r.Items[i].link(c)
	}
}
