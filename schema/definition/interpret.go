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
	in := &interpretation{clauses: map[Aspect][]*clause{}, between: map[Aspect][]*facts.Constraint{}}
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
