package schema

import (
	"reflect"
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform"
)

// Ref is an argument that names another object by its id.
type Ref[T any] struct {
	Value[string]
	target *T
	// text says that the value is text around an id.
	text bool
	// byName says that the value is the object's name.
	byName bool
	// foreign says that the id is that of no object of the configuration, inferred that the target is not the only one that
	// may be meant.
	foreign, inferred bool
}

// Target returns the object that is certainly meant, or nil.
func (r Ref[T]) Target() *T {
	if r.target == nil {
		r.ask()
	}
	return r.target
}

// Loose reports whether the reference may mean any object of its kind: it is written, and its target is not certain.
func (r Ref[T]) Loose() bool { return (r.target == nil || r.inferred) && !r.Absent() && !r.foreign }

func (r *Ref[T]) decode(b *terraform.Block, f *field, d *declarations) {
	r.Value.decode(b, f, d)
	r.text = r.Unknown() && !r.Argument().Verbatim()
	r.link(d)
}

// link finds the target.
func (r *Ref[T]) link(d *declarations) {
	if r.Absent() {
		return
	}
	d.refers = d.refers || d.byID != nil || r.Unknown()
	if id, ok := r.Get(); ok && d.byID != nil {
		r.target, r.foreign = identified[T](d, r.ref, id)
	} else {
		raw := r.raw()
		r.inferred = terraform.Inferred(raw)
		if !r.text {
			r.target = objectOf[T](d, d.origin(raw, r.ref))
		}
	}
	if r.target != nil || r.text {
		return
	}
	if misfit, ok := d.misfit(r.Value, reflect.TypeFor[T]()); ok {
		r.foreign = true
		d.misfits = append(d.misfits, misfit)
	} else if r.state == unknown {
		d.unclear = append(d.unclear, r.Value)
	}
}

// SingleOrigin returns the computed attribute that a value is, if it certainly is one and nothing else.
func SingleOrigin(raw cty.Value) (terraform.Origin, bool) {
	if raw == cty.NilVal || raw.IsKnown() || !raw.IsMarked() {
		return terraform.Origin{}, false
	}
	plain, marks := raw.Unmark() // all there are: what is unknown has no parts
	var single terraform.Origin
	for mark := range marks {
		if origin, ok := mark.(terraform.Origin); ok {
			if single.Instance != nil {
				return terraform.Origin{}, false
			}
			single = origin
		}
	}
	// A value with a certain beginning is text around an id, not an id; one that something else decides may be another.
	if single.Instance == nil || CertainPrefix(plain) != "" || terraform.Undecided(raw) {
		return terraform.Origin{}, false
	}
	return single, true
}

// OriginOf returns what [SingleOrigin] does and, of a known text in a plan, the attribute of the only object that exists and
// has it. The attribute is "" where the text is that of several of them. Any module instance of the value's root will do.
func OriginOf(m *terraform.ModuleInstance, raw cty.Value) (terraform.Origin, bool) {
	if origin, ok := SingleOrigin(raw); ok {
		return origin, true
	}
	var found terraform.Origin
	for _, origin := range identifiedBy(m, raw) {
		switch {
		case found.Instance == nil:
			found = origin
		case found.Instance != origin.Instance:
			return terraform.Origin{}, false
		default:
			found.Attr = ""
		}
	}
	return found, found.Instance != nil
}

// identifiedBy returns the attributes of objects that exist that a value is, where it is a known text.
func identifiedBy(m *terraform.ModuleInstance, raw cty.Value) []terraform.Origin {
	if raw == cty.NilVal {
		return nil
	}
	plain := terraform.Unmarked(raw)
	if plain.IsNull() || !plain.IsKnown() || plain.Type() != cty.String {
		return nil
	}
	return m.Identified(plain.AsString())
}

// accepts reports whether an attribute identifies an object: its id unless the field says otherwise. An attribute that
// can no longer be told ("") is taken for the right one: the instance is certain, and nothing else would make sense.
func accepts(accepted []string, attr string) bool {
	return attr == "" || slices.Contains(accepted, attr) || len(accepted) == 0 && attr == "id"
}
