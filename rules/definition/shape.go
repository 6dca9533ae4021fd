package definition

import (
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/facts"
)

// shape is what the facts say of the blocks of one path in a resource type.
type shape struct {
	of *facts.Type
	// path is the dotted path of the blocks in the resource, "" for the outermost.
	path  string
	attrs map[string]*attribute
	// required are the attributes that the schema or the docs require, sorted by name.
	required []*attribute
	// checks are evaluated in one block at a time, by aspect.
	checks map[Aspect][]*check
	// between, which only the outermost shape has, are evaluated between all resources of the type.
	between map[Aspect][]*facts.Constraint
}

// attribute is what the facts say of an argument or a type of nested blocks, and what follows from it.
type attribute struct {
	*facts.Attr
	// path is where it stands from the top of the resource.
	path string
	// order is the position of its name among the shape's, sorted.
	order int
	// implied is the type of the argument's value.
	implied cty.Type
	// inner is the shape of the nested blocks, nil for an argument and where the facts do not know them.
	inner *shape
	// checked says that its values are held to facts about them, by no rule of their own.
	checked bool
	// target says whether its values are ids of what may be parts of a gateway.
	target target
	// older are the deprecated spellings of it.
	older []*attribute
	// unset is its state in all blocks that do not set it, which are most.
	unset *attributeState
}

// shapes are those of the outermost blocks of the types that were met, by *facts.Type. Facts do not change, and to
// compile them costs more than to check a small configuration.
var shapes sync.Map

// shapeOf returns the shape of a type's outermost block. It may be called from several goroutines.
func shapeOf(t *facts.Type) *shape {
	found, ok := shapes.Load(t)
	if !ok {
		found, _ = shapes.LoadOrStore(t, compileType(t))
	}
	return found.(*shape) //nolint:forcetypeassert // nothing else is stored
}

// compileType compiles the facts of a type with its constraints.
func compileType(t *facts.Type) *shape {
	byPath := map[string]*shape{}
	outermost := newShape(t, "", t.Attrs, byPath)
	add := func(c *facts.Constraint) {
		for _, ch := range compile(t, c) {
			if home := byPath[ch.home]; home != nil {
				home.checks[ch.aspect] = append(home.checks[ch.aspect], ch)
			}
		}
	}
	for _, c := range t.Constraints {
		if excluded(t, c) != "" {
			continue
		}
		add(c)
		if betweenResources(c) {
			aspect := aspectBetween(c)
			outermost.between[aspect] = append(outermost.between[aspect], c)
		}
	}
	for _, c := range relations(t) {
		add(c)
	}
	return outermost
}

func newShape(t *facts.Type, path string, attrs map[string]*facts.Attr, byPath map[string]*shape) *shape {
	sh := &shape{
		of: t, path: path, attrs: make(map[string]*attribute, len(attrs)),
		checks: map[Aspect][]*check{}, between: map[Aspect][]*facts.Constraint{},
	}
	byPath[path] = sh
	for i, name := range sortedKeys(attrs) {
		a := &attribute{Attr: attrs[name], path: within(path, name), order: i}
		a.unset = &attributeState{attr: a, state: unset}
		sh.attrs[name] = a
		if (a.Required || a.DocRequired) && !a.DefaultFromEnv {
			sh.required = append(sh.required, a)
		}
		if !a.Block {
			a.implied, a.target = a.ImpliedType(), targetOf(a.Attr)
			a.checked = a.Configurable() && hasValueFacts(a.Attr) && ownRules[t.Name+"."+a.path] == ""
		}
		if a.Attrs != nil && !a.NestedOmitted {
			a.inner = newShape(t, a.path, a.Attrs, byPath)
		}
	}
	for _, a := range sh.attrs {
		if newer := sh.attrs[a.ReplacedBy]; newer != nil {
			newer.older = append(newer.older, a)
		}
	}
	return sh
}

// hasValueFacts reports whether the facts say anything of the values of an argument or of its elements.
func hasValueFacts(a *facts.Attr) bool {
	return hasForm(a) || hasLimits(a)
}

// hasForm reports whether the values of an argument, or of its elements, are held to a list, a pattern or a format.
func hasForm(a *facts.Attr) bool {
	return a.Enum != nil || a.Pattern != "" || a.Format != "" || a.Elem != nil && hasForm(a.Elem)
}

// hasLimits reports whether the values of an argument, or of its elements, have limits.
func hasLimits(a *facts.Attr) bool {
	return a.Ranges != nil || a.Length != nil || a.Elem != nil && hasLimits(a.Elem)
}

// hasCount reports whether the facts say how many blocks or elements there may be, or have to be.
func hasCount(a *attribute) bool { return a.MaxItems+a.DocMaxItems+a.MinItems > 0 }

// configurable returns the names of the attributes that may be written, of those that are accepted.
func (sh *shape) configurable(accepted func(*attribute) bool) []string {
	var names []string
	for name, a := range sh.attrs {
		if a.Configurable() && !a.Internal && accepted(a) {
			names = append(names, name)
		}
	}
	return names
}

func within(block, name string) string {
	if block == "" {
		return name
	}
	return block + "." + name
}

// parent returns the path of the block around another one.
func parent(path string) string {
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		return path[:i]
	}
	return ""
}
