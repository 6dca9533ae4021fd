package definition

import (
	"sync"

	"github.com/apiglint/apiglint/schema/facts"
)

// interpretation is what the constraints of a resource type ask, put so that it can be judged, by aspect.
type interpretation struct {
	// clauses are judged one resource at a time; the constraints in between, between all resources of the type.
	clauses map[Aspect][]*clause
	between map[Aspect][]*facts.Constraint
	// required are the attributes that the schema or the docs require, by the path of the block, sorted by name.
	required map[string][]*facts.Attr
}

// interpretations are those of the types that were met, by *facts.Type. Facts do not change, and to interpret them costs
// more than to judge a small configuration by them.
var interpretations sync.Map

// interpretationOf may be called from several goroutines.
func interpretationOf(t *facts.Type) *interpretation {
	found, ok := interpretations.Load(t)
	if !ok {
		found, _ = interpretations.LoadOrStore(t, interpret(t))
	}
	return found.(*interpretation)
}

func interpret(t *facts.Type) *interpretation {
	in := &interpretation{
		clauses: map[Aspect][]*clause{}, between: map[Aspect][]*facts.Constraint{}, required: map[string][]*facts.Attr{},
	}
	in.require(t.Attrs, "")
	for _, c := range t.Constraints {
		if apart(t, c) != "" {
			continue
		}
		in.add(compile(t, c))
		if betweenResources(c) {
			aspect := acrossAspect(c)
			in.between[aspect] = append(in.between[aspect], c)
		}
	}
	for _, c := range relations(t) {
		in.add(compile(t, c))
	}
	return in
}

func (in *interpretation) add(clauses []*clause) {
	for _, cl := range clauses {
		in.clauses[cl.aspect] = append(in.clauses[cl.aspect], cl)
	}
}

func (in *interpretation) require(attrs map[string]*facts.Attr, block string) {
	for _, name := range sortedKeys(attrs) {
		a := attrs[name]
		if (a.Required || a.DocRequired) && !a.DefaultFromEnv {
			in.required[block] = append(in.required[block], a)
		}
		if a.Attrs != nil {
			in.require(a.Attrs, within(block, name))
		}
	}
}
