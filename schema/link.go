package schema

import (
	"reflect"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform"
)

// declarations are the objects that a root module declares, before any of them is read. All that can be asked is which
// object a reference leads to, and the answer follows from blocks alone, never from another reference that was or was
// not looked up yet: so the objects can be read in any order. Once they are, they are [Kinds].
type declarations struct {
	all   []*declaration
	of    map[*terraform.Instance]*declaration
	kinds Kinds // of objects that are not read yet
	// byID are the objects of a plan by their known attributes. It is nil for a configuration that was read: there no
	// attribute that the provider computes is known.
	byID map[identity][]*declaration
	// reading is the resource that is being read, and misfits are what was found in those that have been.
	reading *Resource
	misfits []Misfit
	// unclear are references that may be misfits.
	unclear []Value[string]
	// refers says that an argument was read that may name an object that is declared.
	refers bool
	// lastRead is what the list is made from that was read last, and texts are what is written for attributes that lists and
	// references read.
	lastRead listRead
	texts    map[writtenIn]map[string]*terraform.Instance
}

// declaration is an object that is not read yet.
type declaration struct {
	object   any // a pointer to a kind
	resource *Resource
	block    *terraform.Block
	// sameID is the reference to the object whose id this one has, nil where it has its own.
	sameID *field
}

// identity is a known attribute that identifies an object.
type identity struct{ attr, text string }

// add takes in an instance that will be a kind.
func (d *declarations) add(r *Resource, kind reflect.Type) reflect.Value {
	object := reflect.New(kind)
	object.Elem().Field(0).Set(reflect.ValueOf(r))
	declared := &declaration{object: object.Interface(), resource: r, block: r.Block}
	fields := fieldsOf(kind)
	for i := range fields {
		if fields[i].sameID {
			declared.sameID = &fields[i]
		}
	}
	d.all = append(d.all, declared)
	d.of[r.Instance] = declared
	if d.byID != nil {
		for attr, text := range r.Instance.Identities {
			id := identity{attr, text}
			d.byID[id] = append(d.byID[id], declared)
		}
	}
	return object
}

// read fills all objects.
func (d *declarations) read() Kinds {
	for _, declared := range d.all {
		d.reading = declared.resource
		decode(declared.object, declared.block, d)
	}
	for _, api := range d.kinds.APIs {
		api.backends = api.gatherBackends()
	}
	d.triggers()
	return d.kinds
}

// objects returns the objects by their instances.
func (d *declarations) objects() map[*terraform.Instance]any {
	objects := make(map[*terraform.Instance]any, len(d.of))
	for instance, declared := range d.of {
		objects[instance] = declared.object
	}
	return objects
}

// origin returns what a value is one of the accepted attributes of, or nil where that is not certain.
func (d *declarations) origin(raw cty.Value, accepted []string) *declaration {
	origin, ok := SingleOrigin(raw)
	if !ok || !accepts(accepted, origin.Attr) {
		return nil
	}
	return d.of[origin.Instance]
}

// sharedID returns the declaration whose id this one has, or nil where it has its own, or that is not certain.
func (d *declarations) sharedID(of *declaration) *declaration {
	if of.sameID == nil {
		return nil
	}
	if arg := of.block.Arg(of.sameID.name); arg != nil && arg.Verbatim() {
		return d.origin(arg.Value(), of.sameID.ref)
	}
	return nil
}

// objectOf returns a declared object as a kind: itself, or the one whose id it has. It is nil where that is none.
func objectOf[T any](d *declarations, declared *declaration) *T {
	passed := declared // ids may be shared in a circle: one that comes again after twice as many steps ends it
	for steps := 1; declared != nil; steps++ {
		if object, ok := declared.object.(*T); ok {
			return object
		}
		if declared = d.sharedID(declared); declared == passed {
			return nil
		}
		if steps&(steps-1) == 0 {
			passed = declared
		}
	}
	return nil
}

// identified returns the only object of a kind with a known id, and whether there certainly is none.
func identified[T any](d *declarations, accepted []string, id string) (target *T, none bool) {
	if len(accepted) == 0 {
		accepted = []string{"id"}
	}
	found, shared := map[*T]bool{}, false
	for _, attr := range accepted {
		for _, declared := range d.byID[identity{attr, id}] {
			if object := objectOf[T](d, declared); object != nil {
				target, found[object] = object, true
			} else {
				shared = shared || declared.sameID != nil
			}
		}
	}
	if len(found) != 1 {
		return nil, len(found) == 0 && !shared
	}
	return target, false
}
