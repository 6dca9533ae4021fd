package definition

import (
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/facts"
)

// form is what the tables say of the blocks of one path in a resource type, put so that a block can be held to it.
type form struct {
	of *facts.Type
	// path is the dotted path of the blocks in the resource, "" for the outermost.
	path  string
	attrs map[string]*attribute
	// required are the attributes that the schema or the docs require, sorted by name.
	required []*attribute
	// clauses are judged in one block at a time, by aspect; the constraints in between, which only the outermost form has,
	// between all resources of the type.
	clauses map[Aspect][]*clause
	between map[Aspect][]*facts.Constraint
}

// attribute is what the tables say of an argument or a type of nested blocks, and what follows from it for every block of
// the form.
type attribute struct {
	*facts.Attr
	// path is where it stands from the top of the resource.
	path string
	// order is the place of its name among the form's, sorted.
	order int
	// implied is the type of the argument's value.
	implied cty.Type
	// inner is the form of the nested blocks, nil for an argument and where the tables do not know them.
	inner *form
	// judged says that its values are held to facts about them, by no rule of their own.
	judged bool
	// leads is where its values lead to.
	leads leads
	// older are the deprecated spellings of it.
	older []*attribute
	// unset is its setting in all blocks that do not set it, most of all.
	unset *setting
}

// forms are those of the outermost blocks of the types that were met, by *facts.Type. Facts do not change, and to read
// them costs more than to judge a small configuration by them.
var forms sync.Map

// formOf answers the form of a type's outermost block. It may be called from several goroutines.
func formOf(t *facts.Type) *form {
	found, ok := forms.Load(t)
	if !ok {
		found, _ = forms.LoadOrStore(t, interpret(t))
	}
	return found.(*form) //nolint:forcetypeassert // nothing else is stored
}

// interpret reads the facts of a type with its constraints.
func interpret(t *facts.Type) *form {
	byPath := map[string]*form{}
	outermost := newForm(t, "", t.Attrs, byPath)
	add := func(clauses []*clause) {
		for _, cl := range clauses {
			if home := byPath[cl.home]; home != nil {
				home.clauses[cl.aspect] = append(home.clauses[cl.aspect], cl)
			}
		}
	}
	for _, c := range t.Constraints {
		if apart(t, c) != "" {
			continue
		}
		add(compile(t, c))
		if betweenResources(c) {
			aspect := acrossAspect(c)
			outermost.between[aspect] = append(outermost.between[aspect], c)
		}
	}
	for _, c := range relations(t) {
		add(compile(t, c))
	}
	return outermost
}

func newForm(t *facts.Type, path string, attrs map[string]*facts.Attr, byPath map[string]*form) *form {
	f := &form{
		of: t, path: path, attrs: make(map[string]*attribute, len(attrs)),
		clauses: map[Aspect][]*clause{}, between: map[Aspect][]*facts.Constraint{},
	}
	byPath[path] = f
	for i, name := range sortedKeys(attrs) {
		a := &attribute{Attr: attrs[name], path: within(path, name), order: i}
		a.unset = &setting{attr: a, state: unset}
		f.attrs[name] = a
		if (a.Required || a.DocRequired) && !a.DefaultFromEnv {
			f.required = append(f.required, a)
		}
		if !a.Block {
			a.implied, a.leads = a.ImpliedType(), leadsOf(a.Attr)
			a.judged = a.Configurable() && hasValueFacts(a.Attr) && ownRules[t.Name+"."+a.path] == ""
		}
		if a.Attrs != nil && !a.NestedOmitted {
			a.inner = newForm(t, a.path, a.Attrs, byPath)
		}
	}
	for _, a := range f.attrs {
		if newer := f.attrs[a.ReplacedBy]; newer != nil {
			newer.older = append(newer.older, a)
		}
	}
	return f
}

// hasValueFacts reports whether the tables say anything of the values of an argument or of its elements.
func hasValueFacts(a *facts.Attr) bool {
	return a.Enum != nil || a.Ranges != nil || a.Length != nil || a.Pattern != "" || a.Format != "" ||
		a.Elem != nil && hasValueFacts(a.Elem)
}

// configurable answers the names of the attributes that may be written, of those that are accepted.
func (f *form) configurable(accepted func(*attribute) bool) []string {
	var names []string
	for name, a := range f.attrs {
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

// parent is the path of the block around another one.
func parent(path string) string {
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		return path[:i]
	}
	return ""
}
