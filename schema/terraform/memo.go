package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// memo is a value that is computed once.
type memo struct {
	state memoState
	value cty.Value
}

type memoState uint8

const (
	untouched memoState = iota
	running
	done
)

// maxDepth bounds how many values may wait for each other.
const maxDepth = 2000

// once computes a value unless it was computed before. A value that needs itself is unknown.
func (r *Root) once(m *memo, at hcl.Range, what string, compute func() cty.Value) cty.Value {
	switch m.state {
	case done:
		return m.value
	case running:
		r.note(at, "%s depends on itself", what)
		return configs.Undecided
	case untouched:
	}
	if r.depth >= maxDepth {
		r.note(at, "%s is too deep in a chain of references to be evaluated", what)
		return configs.Undecided
	}
	m.state = running
	r.depth++
	v := compute()
	r.depth--
	if problem := r.meter.Problem(v); problem != "" {
		r.note(at, "%s %s", what, problem)
		v = configs.Undecided
	}
	m.state, m.value = done, v
	return v
}

// symbol is a name in a module that has a value: var.x, local.x, output.x, or the count of a resource.
type symbol struct{ root, name string }

func (m *ModuleInstance) memo(name symbol) *memo {
	if m.values == nil {
		m.values = map[symbol]*memo{}
	}
	v := m.values[name]
	if v == nil {
		v = &memo{}
		m.values[name] = v
	}
	return v
}
