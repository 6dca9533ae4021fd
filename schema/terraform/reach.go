package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Reach is everything that an expression is made from, followed through locals, variables and module outputs.
type Reach struct {
	// Nodes are what is mentioned on the way, spelt MODULE|ADDRESS: locals, variables, outputs, and resources, which
	// are not followed further.
	Nodes map[string]bool
	// Calls are the functions that are called on the way.
	Calls map[string]bool
	// Literals are the places of literal strings that may come out as the value: the end of a chain of bare
	// references.
	Literals []hcl.Range
}

// Meets reports whether two expressions have something in common.
func (r Reach) Meets(other Reach) bool {
	for node := range r.Nodes {
		if other.Nodes[node] {
			return true
		}
	}
	return false
}

// Reach follows the argument's expression.
func (a *Argument) Reach() Reach {
	w := newWalker()
	w.follow(a.scope, a.Expr)
	return w.reach
}

// Reach follows every expression of the instance's block, and names the instance's resource itself.
func (i *Instance) Reach() Reach {
	w := newWalker()
	w.reach.Nodes[node(i.Module, i.Resource.Address())] = true
	i.Expressions(func(e hclsyntax.Expression) { w.follow(i.scope, e) })
	return w.reach
}

type walker struct {
	reach Reach
}

func newWalker() *walker {
	return &walker{reach: Reach{Nodes: map[string]bool{}, Calls: map[string]bool{}}}
}

func node(m *ModuleInstance, address string) string { return m.Path + "|" + address }

// enter reports whether a node is new.
func (w *walker) enter(m *ModuleInstance, address string) bool {
	key := node(m, address)
	if w.reach.Nodes[key] {
		return false
	}
	w.reach.Nodes[key] = true
	return true
}

func (w *walker) follow(s *Scope, e hclsyntax.Expression) {
	if e == nil {
		return
	}
	e = unwrap(e)
	hclsyntax.VisitAll(e, func(n hclsyntax.Node) hcl.Diagnostics { //nolint:errcheck // the visitor has no diagnostics
		if call, ok := n.(*hclsyntax.FunctionCallExpr); ok {
			w.reach.Calls[call.Name] = true
		}
		return nil
	})
	for _, t := range e.Variables() {
		w.followTraversal(s, t)
	}
}

func (w *walker) followTraversal(s *Scope, t hcl.Traversal) {
	m := s.module
	name, ok := step(t, 1)
	if !ok {
		return
	}
	switch t.RootName() {
	case "local":
		if attr := m.Module.Locals[name]; attr != nil && w.enter(m, "local."+name) {
			w.follow(m.Scope(), native(attr.Expr))
		}
	case "var":
		if !w.enter(m, "var."+name) || m.parent == nil {
			return
		}
		if attr := m.call.args[name]; attr != nil {
			w.follow(m.scope, native(attr.Expr))
		}
	case "module":
		if m.Module.Calls[name] == nil || !w.enter(m, "module."+name) {
			return
		}
		for _, child := range m.children(name).instances {
			for _, output := range sortedKeys(child.Module.Outputs) {
				w.follow(child.Scope(), native(child.Module.Outputs[output].Value))
			}
		}
	case "each", "count", "path", "terraform", "self":
	case "data", "ephemeral":
		if resource, ok := step(t, 2); ok {
			w.enter(m, t.RootName()+"."+name+"."+resource)
		}
	default:
		if _, iterator := s.iterators[t.RootName()]; !iterator {
			w.enter(m, t.RootName()+"."+name)
		}
	}
}
