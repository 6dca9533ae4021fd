package schema

import (
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform"
)

// Misfit is an argument that should name an object by its id, and certainly has something else: the id of an object of
// another kind, or another attribute.
type Misfit struct {
	// Of is the resource that the argument stands in, At where its value is written, and Argument its path.
	Of       *Resource
	At       Value[string]
	Argument string
	// Instance has the attribute that the argument was given.
	Instance *terraform.Instance
	Attr     string
	// Wanted is the attribute that is asked for, and Types are the resource types that have it. SameKind says that the
	// instance is of one of them.
	Wanted   string
	Types    []string
	SameKind bool
}

// Misfits returns the arguments that should name an object, and certainly have something else, in the order of the configuration.
func (c *Config) Misfits() []Misfit {
	for _, v := range c.unclear {
		v.ask()
	}
	return c.misfits
}

// misfit returns what a reference to a kind certainly is instead. It is the declaration that has the last word on what an
// object is: some have the id of another one.
func (d *declarations) misfit(at Value[string], target reflect.Type) (Misfit, bool) {
	if at.anyKind {
		return Misfit{}, false
	}
	if origin, ok := d.given(at); ok {
		return d.judge(origin, at, target)
	}
	// Of a conditional that is not decided both branches have to be wrong.
	var first Misfit
	branches := at.branches()
	for n, branch := range branches {
		origin, ok := SingleOrigin(branch)
		if !ok {
			return Misfit{}, false
		}
		m, ok := d.judge(origin, at, target)
		if !ok {
			return Misfit{}, false
		}
		if n == 0 {
			first = m
		}
	}
	return first, len(branches) > 0
}

// judge returns what is wrong with an attribute where the id of an object of a kind is asked for.
func (d *declarations) judge(origin terraform.Origin, at Value[string], target reflect.Type) (Misfit, bool) {
	m := Misfit{Of: d.reading, At: at, Argument: at.Path(), Instance: origin.Instance, Attr: origin.Attr, Wanted: "id"}
	if len(at.ref) > 0 {
		m.Wanted = at.ref[0]
	}
	kind := kindOfInstance(origin.Instance)
	m.SameKind, m.Types = kind == target, typesOf(target)
	other := isIdentifier(m.Attr) && m.Attr != "id" // of something that need not be an object of the kind
	switch {
	case m.SameKind && (other || accepts(at.ref, m.Attr)), !m.SameKind && (m.Attr != "id" && !slices.Contains(noIdentifiers, m.Attr) || !isIdentifier(m.Wanted)):
		return m, false
	case !m.SameKind && !slices.Contains(referred(), kind):
		return m, false
	}
	return m, true
}

// given returns the attribute that a value certainly is: one that the provider computes, by its mark, in a plan by the id that
// it has, or one that is written, where the expression reads nothing else and the value is the same.
func (d *declarations) given(at Value[string]) (terraform.Origin, bool) {
	text, known := at.Get()
	if !known {
		return SingleOrigin(at.raw())
	}
	if d.byID != nil {
		if found := d.byID[identity{"id", text}]; len(found) == 1 {
			return terraform.Origin{Instance: found[0].resource.Instance, Attr: "id"}, true
		}
	}
	attr, instances := d.readBy(at)
	if attr == "" || isIdentifier(attr) {
		return terraform.Origin{}, false
	}
	instance := d.written(attr, instances)[text]
	return terraform.Origin{Instance: instance, Attr: attr}, instance != nil
}

// listRead is what the elements of one list are read from, which are many where no one wrote them out.
type listRead struct {
	list      position
	attr      string
	instances []*terraform.Instance
}

// readBy returns the only attribute that the expression of a value reads, and the instances that it may be of; "" where it reads
// anything else.
func (d *declarations) readBy(at Value[string]) (attr string, instances []*terraform.Instance) {
	whole := at.element != nil && !at.element.Own()
	if whole && d.lastRead.list == at.position {
		return d.lastRead.attr, d.lastRead.instances
	}
	if reach, ok := at.reach(d.reading.Instance); ok && !reach.Open() {
		if readings := reach.Readings(); len(readings) == 1 {
			attr, instances = readings[0].Attr, readings[0].Instances
		}
	}
	if whole {
		d.lastRead = listRead{at.position, attr, instances}
	}
	return attr, instances
}

// writtenIn are the attributes of the instances of one resource.
type writtenIn struct {
	first *terraform.Instance
	attr  string
}

// written returns the first of some instances by the text that each has for an attribute.
func (d *declarations) written(attr string, instances []*terraform.Instance) map[string]*terraform.Instance {
	if len(instances) == 0 {
		return nil
	}
	key := writtenIn{instances[0], attr}
	if by, ok := d.texts[key]; ok {
		return by
	}
	by := map[string]*terraform.Instance{}
	for _, instance := range instances {
		arg := instance.Block().Arg(attr)
		if arg == nil {
			continue
		}
		if v := terraform.Unmarked(arg.Value()); v.Type() == cty.String && v.IsKnown() && !v.IsNull() && by[v.AsString()] == nil {
			by[v.AsString()] = instance
		}
	}
	if d.texts == nil {
		d.texts = map[writtenIn]map[string]*terraform.Instance{}
	}
	d.texts[key] = by
	return by
}

// reach follows the expression of a value in an instance, which stands in the sources where the instance is one of a plan. It is
// false where there is none, or nothing to follow.
func (l location) reach(in *terraform.Instance) (terraform.Reach, bool) {
	if l.element != nil {
		return l.element.Reach()
	}
	arg := l.Argument()
	if arg != nil && arg.Expr() == nil && l.in == in.Block() {
		arg = in.Loaded().Block().Arg(l.name)
	}
	if arg == nil || arg.Expr() == nil || len(arg.Expr().Variables()) == 0 {
		return terraform.Reach{}, false
	}
	return arg.Reach(), true
}

// noIdentifiers are attributes that are the id of no object, whatever kind has them.
var noIdentifiers = []string{"name", "description", "status", "cidr", "created_at", "updated_at", "ingress_address", "vpc_ingress_address"}

// branches returns the branches of the conditional that a value is written as, none where it is written otherwise.
func (l location) branches() []cty.Value {
	if arg := l.Argument(); arg != nil && l.element == nil {
		return arg.Branches()
	}
	return nil
}

// isIdentifier reports whether an attribute may be the id of something, by its name.
func isIdentifier(attr string) bool {
	return strings.HasSuffix(attr, "id") || strings.HasSuffix(attr, "urn") || strings.HasSuffix(attr, "ids")
}

// kindOfInstance returns the kind that a resource or data block is of, nil where it is none.
func kindOfInstance(i *terraform.Instance) reflect.Type {
	canonical, ok := canonicalType(i.Resource)
	if !ok {
		return nil
	}
	return kindsByType()[canonical]
}

// kindsByType are the kinds by canonical resource type.
var kindsByType = sync.OnceValue(func() map[string]reflect.Type {
	types := map[string]reflect.Type{}
	for name, list := range new(Kinds).lists() {
		types[name] = list.Type().Elem().Elem()
	}
	return types
})

func typesOf(kind reflect.Type) []string {
	var types []string
	for name, of := range kindsByType() {
		if of == kind {
			types = append(types, name)
		}
	}
	slices.Sort(types)
	return types
}

// referable is a field that names objects of a kind.
type referable interface{ referent() reflect.Type }

func (*Ref[T]) referent() reflect.Type  { return reflect.TypeFor[T]() }
func (*Refs[T]) referent() reflect.Type { return reflect.TypeFor[T]() }

// referred are the kinds that others name by an id of their own.
var referred = sync.OnceValue(func() []reflect.Type {
	var kinds []reflect.Type
	for _, kind := range kindsByType() {
		object := reflect.New(kind).Elem()
		for _, f := range fieldsOf(kind) {
			if field, ok := object.FieldByIndex(f.index).Addr().Interface().(referable); ok && accepts(f.ref, "id") {
				kinds = append(kinds, field.referent())
			}
		}
	}
	return kinds
})
