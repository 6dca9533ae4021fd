package terraform

import (
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// Reach is everything that an expression is made from, followed through locals, variables, module outputs and the
// for_each behind each.value. It rather holds too much than too little.
type Reach struct {
	// nodes are what is mentioned on the way: locals, variables, module calls, and resources, which are not followed
	// further.
	nodes map[node]bool
	// calls are the functions that are called on the way.
	calls map[string]bool
	// open says that a part of it comes from outside the configuration.
	open bool
}

// Meets reports whether two expressions may have something in common. What comes from outside the configuration may be
// anything.
func (r Reach) Meets(other Reach) bool {
	if (r.open && len(other.nodes) > 0) || (other.open && len(r.nodes) > 0) {
		return true
	}
	for node := range r.nodes {
		if other.nodes[node] {
			return true
		}
	}
	return false
}

// Mentions reports whether the expression is made from the instance's resource, any element of it.
func (r Reach) Mentions(i *Instance) bool { return r.nodes[nodeOf(i)] }

// Input reports whether an input variable of the root module is among what the expression is made from.
func (r Reach) Input() bool {
	for node := range r.nodes {
		if node.module == "" && node.isVariable() {
			return true
		}
	}
	return false
}

// Variable reports whether an input variable of any module is among what the expression is made from.
func (r Reach) Variable() bool {
	for node := range r.nodes {
		if node.isVariable() {
			return true
		}
	}
	return false
}

// Open reports whether a part of what the expression is made from comes from outside the configuration.
func (r Reach) Open() bool { return r.open }

// ChangesByItself reports whether a function on the way gives another result without any change of the configuration:
// one that tells the time, makes a random value, or reads a file.
func (r Reach) ChangesByItself() bool {
	for name := range r.calls {
		if strings.HasPrefix(name, "file") || slices.Contains(changing, name) {
			return true
		}
	}
	return false
}

var changing = []string{"bcrypt", "plantimestamp", "templatefile", "timestamp", "uuid"}

// Reach follows the argument's expression.
func (a *Argument) Reach() Reach {
	e := a.Expr()
	if e == nil {
		return UnknownReach()
	}
	w := newWalker()
	w.follow(a.scope, e)
	return w.reach
}

// Reach follows every expression of the instance's block, and names the instance's resource itself. The instances of a
// resource have one reach.
func (i *Instance) Reach() Reach { return i.Module.root.Reach(i) }

// Reach implements [Questions].
func (r *loadedRoot) Reach(i *Instance) Reach {
	key := i.Resource.Address()
	if r, ok := i.Module.reaches[key]; ok {
		return r
	}
	w := newWalker()
	w.reach.nodes[nodeOf(i)] = true
	i.Expressions(func(e hclsyntax.Expression) { w.follow(i.scope, e) })
	i.Module.keepReach(key, w.reach)
	return w.reach
}

// OutputReach implements [Questions].
func (r *loadedRoot) OutputReach() Reach {
	w := newWalker()
	for _, name := range slices.Sorted(maps.Keys(r.Module.Outputs)) {
		w.follow(r.Scope(), configs.Native(r.Module.Outputs[name].Value))
	}
	return w.reach
}

func (m *ModuleInstance) keepReach(key string, r Reach) {
	if m.reaches == nil {
		m.reaches = map[string]Reach{}
	}
	m.reaches[key] = r
}

type walker struct {
	reach Reach
}

func newWalker() *walker {
	return &walker{reach: Reach{nodes: map[node]bool{}, calls: map[string]bool{}}}
}

// node is what an address within a module instance names.
type node struct{ module, address string }

func (n node) isVariable() bool { return strings.HasPrefix(n.address, "var.") }

func nodeOf(i *Instance) node { return node{i.Module.Path, i.Resource.Address()} }

// through adds a node and what it is made from. That is found once for each node, and not for the nodes of a cycle,
// which Terraform refuses.
func (w *walker) through(m *ModuleInstance, address string, inside func(*walker)) {
	r, ok := m.reaches[address]
	if !ok {
		inner := newWalker()
		inner.reach.nodes[node{m.Path, address}] = true
		m.keepReach(address, inner.reach)
		inside(inner)
		r = inner.reach
		m.keepReach(address, r)
	}
	maps.Copy(w.reach.nodes, r.nodes)
	maps.Copy(w.reach.calls, r.calls)
	w.reach.open = w.reach.open || r.open
}

func (w *walker) follow(s *Scope, e hclsyntax.Expression) {
	if e == nil {
		return
	}
	e = configs.Unwrap(e)
	hclsyntax.VisitAll(e, func(n hclsyntax.Node) hcl.Diagnostics { //nolint:errcheck // the visitor has no diagnostics
		if call, ok := n.(*hclsyntax.FunctionCallExpr); ok {
			w.reach.calls[call.Name] = true
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
	if _, iterator := s.iterators[t.RootName()]; iterator {
		return // what a dynamic block runs over is an expression of its own
	}
	switch t.RootName() {
	case "local":
		w.through(m, "local."+name, func(w *walker) {
			if attr := m.Module.Locals[name]; attr != nil {
				w.follow(m.Scope(), configs.Native(attr.Expr))
			}
		})
	case "var":
		w.through(m, "var."+name, func(w *walker) {
			if m.parent == nil {
				v := Unmarked(m.variable(name))
				w.reach.open = !v.IsWhollyKnown()
				return
			}
			if attr := m.call.Args[name]; attr != nil {
				w.follow(m.scope, configs.Native(attr.Expr))
			}
		})
	case "module":
		w.through(m, "module."+name, func(w *walker) {
			for _, child := range m.children(name).instances {
				for _, output := range slices.Sorted(maps.Keys(child.Module.Outputs)) {
					w.follow(child.Scope(), configs.Native(child.Module.Outputs[output].Value))
				}
			}
		})
	case "each":
		// A key says which element it is, and stays when the element changes.
		if name == "value" && s.each != nil {
			w.follow(m.Scope(), s.each.source)
		}
	case "count", "path", "terraform", "self":
	case "data", "ephemeral":
		if resource, ok := step(t, 2); ok {
			w.reach.nodes[node{m.Path, t.RootName() + "." + name + "." + resource}] = true
		}
	default:
		w.reach.nodes[node{m.Path, t.RootName() + "." + name}] = true
	}
}
