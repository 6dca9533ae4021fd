package schema

import (
	"reflect"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/schema/facts"
)

// TestKindsAgreeWithFacts holds every field of every kind against the facts tables: two descriptions of one provider.
// A kind that is read from several resource types is that of the first; the others may lack some of its fields.
func TestKindsAgreeWithFacts(t *testing.T) {
	kinds := kindTypes(t)
	if len(kinds) < 40 {
		t.Fatalf("only %d kinds are found", len(kinds))
	}
	checked := 0
	for kind, typeNames := range kinds {
		for n, typeName := range typeNames {
			f := facts.Resource(typeName)
			if f == nil {
				t.Errorf("%s: the facts have no resource type %s", kind.Name(), typeName)
				continue
			}
			if f.Name != typeName {
				t.Errorf("%s: %s is not the canonical name, %s is", kind.Name(), typeName, f.Name)
			}
			c := checker{t: t, kinds: kinds, partial: n > 0}
			checked += c.fields(kind, f.Attrs, typeName)
		}
	}
	if checked < 250 {
		t.Errorf("only %d fields are checked", checked)
	}
}

// kindTypes returns the types of the kinds, each with its resource types.
func kindTypes(t *testing.T) map[reflect.Type][]string {
	t.Helper()
	kinds := map[reflect.Type][]string{}
	config := reflect.TypeFor[Kinds]()
	for i := range config.NumField() {
		field := config.Field(i)
		tag := field.Tag.Get("kind")
		if tag == "" {
			continue
		}
		if field.Type.Kind() != reflect.Slice || field.Type.Elem().Kind() != reflect.Pointer {
			t.Errorf("Kinds.%s is no list of a kind", field.Name)
			continue
		}
		kinds[field.Type.Elem().Elem()] = strings.Split(tag, ",")
	}
	return kinds
}

type checker struct {
	t     *testing.T
	kinds map[reflect.Type][]string
	// partial says that the resource type may lack fields of the kind.
	partial bool
}

// fields holds the tagged fields of a kind, or of a nested block's type, against attributes, and answers how many.
func (c checker) fields(kind reflect.Type, attrs map[string]*facts.Attr, at string) int {
	checked := 0
	for i := range kind.NumField() {
		field := kind.Field(i)
		name := field.Tag.Get("tf")
		if name == "" {
			if field.Anonymous && field.Type.Kind() == reflect.Struct {
				checked += c.fields(field.Type, attrs, at)
			}
			continue
		}
		checked++
		complain := func(format string, args ...any) {
			c.t.Errorf("%s.%s for %s.%s: "+format, append([]any{kind.Name(), field.Name, at, name}, args...)...)
		}
		switch attr := attrs[name]; {
		case attr == nil && c.partial:
		case attr == nil:
			complain("the facts have no such attribute")
		case !attr.Configurable():
			complain("it is read-only")
		default:
			checked += c.field(field, attr, at+"."+name, complain)
		}
	}
	return checked
}

type complaint func(format string, args ...any)

// field holds one field against its attribute. The field's type tells what it is: Value, List, Ref, Refs or Nested, of
// something. It answers how many fields there are inside.
func (c checker) field(field reflect.StructField, attr *facts.Attr, at string, complain complaint) int {
	shape, _, _ := strings.Cut(field.Type.Name(), "[")
	if (shape == "Nested") != attr.Block {
		complain("it is a %s, but block is %v in the facts", shape, attr.Block)
		return 0
	}
	switch shape {
	case "Nested":
		if attr.NestedOmitted {
			return 0 // the facts do not say what is inside
		}
		return c.fields(item(field.Type).Elem(), attr.Attrs, at)
	case "Value":
		scalar(attr, member(field.Type, "value"), complain)
	case "Ref":
		c.ref(field.Type, field.Tag.Get("ref"), attr, complain)
	case "List", "Refs":
		if (attr.Type != facts.List && attr.Type != facts.Set) || attr.Elem == nil {
			complain("it is a %s in the facts", attr.Type)
			return 0
		}
		if item := item(field.Type); shape == "Refs" {
			c.ref(item, field.Tag.Get("ref"), attr.Elem, complain)
		} else {
			scalar(attr.Elem, member(item, "value"), complain)
		}
	default:
		complain("%s is not for a field with a tag", field.Type)
	}
	return 0
}

// item returns the type of the members of a field that is a set.
func item(of reflect.Type) reflect.Type {
	certain, ok := of.MethodByName("Certain")
	if !ok {
		panic(of.Name() + " is no set")
	}
	return certain.Type.Out(0).Elem()
}

// member returns the type of a field of a struct type.
func member(of reflect.Type, name string) reflect.Type {
	field, ok := of.FieldByName(name)
	if !ok {
		panic(of.Name() + " has no field " + name)
	}
	return field.Type
}

var scalars = map[facts.Kind]reflect.Kind{
	facts.String: reflect.String, facts.Int: reflect.Int, facts.Bool: reflect.Bool, facts.Float: reflect.Float64,
}

func scalar(attr *facts.Attr, have reflect.Type, complain complaint) {
	if want, ok := scalars[attr.Type]; !ok || want != have.Kind() {
		complain("it is a %s, but a %s in the facts", have, attr.Type)
	}
}

// ref holds the attributes that a reference accepts against the resource types of the kind that it names.
func (c checker) ref(ref reflect.Type, tag string, attr *facts.Attr, complain complaint) {
	scalar(attr, reflect.TypeFor[string](), complain)
	target := member(ref, "target").Elem()
	typeNames := c.kinds[target]
	if len(typeNames) == 0 {
		complain("%s is no kind", target)
	}
	accepted := []string{"id"}
	if tag != "" {
		accepted = strings.Split(tag, ",")
	}
	for _, typeName := range typeNames {
		for _, name := range accepted {
			if f := facts.Resource(typeName); f != nil && f.Attrs[name] == nil {
				complain("%s has no attribute %s", typeName, name)
			}
		}
	}
}
