package source

import (
	"fmt"
	"go/ast"
	"maps"
	"slices"
)

// A value is what an expression comes to: a [constant.Value], or one of these.
type value any

// structure is a struct, or a pointer to one.
type structure struct {
	typ    string // its name, without the package
	fields map[string]value
	place  string
}

// table is a map with texts as keys.
type table struct{ entries map[string]value }

// list is a slice.
type list struct{ items []value }

// symbol is something in a package that is not the provider's, such as schema.TypeString, and nil.
type symbol string

// call is the call of a function whose result only its name tells: one of another package, or one that makes a function.
type call struct {
	name  string // with the package
	args  []value
	place string
}

// function is a function of the provider that is not called.
type function struct{ name string }

// unknown is what is not understood.
type unknown struct{ what, place string }

func (u unknown) String() string { return fmt.Sprintf("%s: %s", u.place, u.what) }

const null = symbol("nil")

func (f *file) unknown(n ast.Node, format string, args ...any) unknown {
	return unknown{fmt.Sprintf(format, args...), f.place(n)}
}

func (t *table) names() []string { return slices.Sorted(maps.Keys(t.entries)) }

// words says what a value is that is not what it is needed as.
func words(v value) string {
	switch v := v.(type) {
	case symbol:
		return string(v)
	case *call:
		return "the result of " + v.name
	case function:
		return v.name
	case *structure:
		return "a " + v.typ
	case *table:
		return "a map"
	case *list:
		return "a list"
	case unknown:
		return "not understood: " + v.String()
	case nil:
		return "not there"
	default:
		return "another value"
	}
}
