package terraform

import (
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// walker collects the reach of an expression.
type walker struct {
	reach Reach
}

func newWalker() *walker {
	return &walker{reach: Reach{nodes: map[node]bool{}, reads: map[read]bool{}, calls: map[string]bool{}, texts: map[string]bool{}}}
}

// node is what an address within a module instance names.
type node struct{ module, address string }

func (n node) isVariable() bool { return strings.HasPrefix(n.address, "var.") }

func nodeOf(i *Instance) node { return node{i.Module.Path, i.Resource.Address()} }

// read is an attribute of a resource, or "" for the whole of it.
type read struct {
	module        *ModuleInstance
	address, attr string
}

// Steps that are no names.
const (
	anyKey   = "?" // an index: of an element, or of an attribute whose name is computed
	allKeys  = "*" // a splat, which takes an object for a list of one
	maxSteps = 6   // longer ways end earlier, which takes more in
)

// through adds a node and what is taken out of it. That is found once, and not for the nodes of a cycle, which Terraform
// refuses.
func (w *walker) through(m *ModuleInstance, address string, path []string, inside func(*walker)) {
	key := strings.Join(append([]string{address}, path...), "\x00")
	r, ok := m.reaches[key]
	if !ok {
		inner := newWalker()
		inner.reach.nodes[node{m.Path, address}] = true
		m.keepReach(key, inner.reach)
		inside(inner)
		r = inner.reach
		m.keepReach(key, r)
	}
	maps.Copy(w.reach.nodes, r.nodes)
	maps.Copy(w.reach.reads, r.reads)
	maps.Copy(w.reach.calls, r.calls)
	maps.Copy(w.reach.texts, r.texts)
	w.reach.open = w.reach.open || r.open
	w.reach.workspace = w.reach.workspace || r.workspace
	for call := range r.unread {
		put(&w.reach.unread, call, true)
	}
}

// follow adds what an expression is made from, as far as the steps of the path take something out of it.
func (w *walker) follow(s *Scope, e hclsyntax.Expression, path []string) {
	if e == nil {
		return
	}
	path = path[:min(len(path), maxSteps)]
	switch e := configs.Unwrap(e).(type) {
	case *hclsyntax.ScopeTraversalExpr:
		w.followTraversal(s, e.Traversal, path)
	case *hclsyntax.RelativeTraversalExpr:
		w.follow(s, e.Source, slices.Concat(names(e.Traversal), path))
	case *hclsyntax.IndexExpr:
		if !isResource(e.Collection) { // whose key says which element it is, and not what is in it
			w.follow(s, e.Key, nil)
		}
		w.follow(s, e.Collection, slices.Concat([]string{anyKey}, path))
	case *hclsyntax.SplatExpr:
		w.followSplat(s, e, path)
	case *hclsyntax.ConditionalExpr:
		w.follow(s, e.Condition, nil)
		w.follow(s, e.TrueResult, path)
		w.follow(s, e.FalseResult, path)
	case *hclsyntax.TemplateExpr:
		for _, part := range e.Parts {
			w.follow(s, part, nil)
		}
	case *hclsyntax.TupleConsExpr:
		for _, item := range e.Exprs {
			w.follow(s, item, path[min(1, len(path)):])
		}
	case *hclsyntax.ObjectConsExpr:
		w.followObject(s, e, path)
	case *hclsyntax.FunctionCallExpr:
		w.followCall(s, e, path)
	case *hclsyntax.ForExpr:
		w.followFor(s, e, path)
	default:
		w.followAll(s, e, nil)
	}
}

// followAll adds everything that is mentioned in an expression, without the variables that are left out.
func (w *walker) followAll(s *Scope, e hclsyntax.Expression, left map[*hcl.Traverser]bool) {
	hclsyntax.VisitAll(e, func(n hclsyntax.Node) hcl.Diagnostics { //nolint:errcheck // the visitor has no diagnostics
		switch n := n.(type) {
		case *hclsyntax.FunctionCallExpr:
			w.reach.calls[n.Name] = true
		case *hclsyntax.LiteralValueExpr:
			w.text(n.Val)
		}
		return nil
	})
	for _, t := range e.Variables() {
		if !left[&t[0]] {
			w.followTraversal(s, t, nil)
		}
	}
}

func (w *walker) text(v cty.Value) {
	if v = Unmarked(v); v.Type() == cty.String && v.IsKnown() && !v.IsNull() {
		w.reach.texts[v.AsString()] = true
	}
}

func (w *walker) followSplat(s *Scope, e *hclsyntax.SplatExpr, path []string) {
	of := []string{allKeys}
	if each, ok := e.Each.(*hclsyntax.RelativeTraversalExpr); ok {
		if _, direct := each.Source.(*hclsyntax.AnonSymbolExpr); direct {
			of = append(of, names(each.Traversal)...)
		}
	}
	w.follow(s, e.Source, slices.Concat(of, path[min(1, len(path)):]))
}

func (w *walker) followObject(s *Scope, e *hclsyntax.ObjectConsExpr, path []string) {
	if len(path) > 0 && path[0] != anyKey && path[0] != allKeys {
		if item := s.item(e, cty.StringVal(path[0])); item != nil {
			w.follow(s, item, path[1:])
			return
		}
	}
	for _, item := range e.Items {
		w.follow(s, item.KeyExpr, nil)
		w.follow(s, item.ValueExpr, path[min(1, len(path)):])
	}
}

// transparent are the functions whose result is an argument of theirs, or has its elements.
var transparent = []string{
	"coalesce", "concat", "nonsensitive", "sensitive", "tolist", "tomap", "toset", "try", "values",
}

func (w *walker) followCall(s *Scope, e *hclsyntax.FunctionCallExpr, path []string) {
	w.reach.calls[e.Name] = true
	for n, arg := range e.Args {
		switch {
		case slices.Contains(transparent, e.Name) && !e.ExpandFinal:
			w.follow(s, arg, path)
		case e.Name == "one", n == 0 && (e.Name == "element" || e.Name == "lookup"):
			w.follow(s, arg, slices.Concat([]string{anyKey}, path))
		default:
			w.follow(s, arg, nil)
		}
	}
}

// followFor adds what the expression takes out of the elements, and whatever else it mentions, as far as the steps of the path
// take something out of what it makes of an element.
func (w *walker) followFor(s *Scope, e *hclsyntax.ForExpr, path []string) {
	made, inside := e.ValExpr, path[min(1, len(path)):]
	if e.Group {
		inside = nil
	}
	for {
		object, ok := configs.Unwrap(made).(*hclsyntax.ObjectConsExpr)
		if !ok || len(inside) == 0 || inside[0] == anyKey || inside[0] == allKeys {
			break
		}
		item := s.item(object, cty.StringVal(inside[0]))
		if item == nil {
			break
		}
		made, inside = item, inside[1:]
	}
	if _, whole := configs.Unwrap(made).(*hclsyntax.ScopeTraversalExpr); !whole {
		inside = nil
	}
	w.followElements(s, e, e.KeyExpr, nil)
	w.followElements(s, e, e.CondExpr, nil)
	w.followElements(s, e, made, inside)
	uses := func(t hcl.Traversal) bool { return t.RootName() == e.ValVar }
	for _, part := range []hclsyntax.Expression{e.KeyExpr, e.CondExpr, e.ValExpr} {
		if part != nil && slices.ContainsFunc(part.Variables(), uses) {
			return
		}
	}
	w.follow(s, e.CollExpr, nil)
}

// followElements adds what a part of a for expression takes out of the elements, and whatever else it mentions.
func (w *walker) followElements(s *Scope, e *hclsyntax.ForExpr, part hclsyntax.Expression, path []string) {
	if part == nil {
		return
	}
	own := map[*hcl.Traverser]bool{}
	for _, t := range part.Variables() {
		switch t.RootName() {
		case e.ValVar:
			w.follow(s, e.CollExpr, slices.Concat([]string{anyKey}, names(t[1:]), path))
			own[&t[0]] = true
		case e.KeyVar:
			own[&t[0]] = true
		}
	}
	w.followAll(s, part, own)
}

func names(t hcl.Traversal) []string {
	path := make([]string, len(t))
	for n := range t {
		name, ok := configs.Step(t, n)
		switch _, splat := t[n].(hcl.TraverseSplat); {
		case splat:
			name = allKeys
		case !ok:
			name = anyKey
		}
		path[n] = name
	}
	return path
}

// inElement returns what is left of the path to something of which there may be many, inside of one of them.
func inElement(many bool, path []string) []string {
	if len(path) > 0 && (many || path[0] == allKeys) {
		return path[1:]
	}
	return path
}

func (w *walker) followTraversal(s *Scope, t hcl.Traversal, path []string) {
	m := s.module
	name, ok := configs.Step(t, 1)
	if !ok {
		return
	}
	if _, iterator := s.iterators[t.RootName()]; iterator {
		return // what a dynamic block runs over is an expression of its own
	}
	path = slices.Concat(names(t[2:]), path)
	path = path[:min(len(path), maxSteps)]
	switch t.RootName() {
	case "local":
		w.through(m, "local."+name, path, func(w *walker) {
			if attr := m.Module.Locals[name]; attr != nil {
				w.follow(m.Scope(), configs.Native(attr.Expr), path)
			} else {
				w.reach.open = true
			}
		})
	case "var":
		w.through(m, "var."+name, path, func(w *walker) { w.followVariable(m, name, path) })
	case "module":
		w.followModule(m, name, path)
	case "each":
		// A key says which element it is, and stays when the element changes.
		if name == "value" && s.each != nil {
			w.follow(m.Scope(), s.each.source, slices.Concat([]string{anyKey}, path))
		}
	case "terraform":
		w.reach.workspace = w.reach.workspace || name == "workspace"
	case "count", "path", "self":
	case "data", "ephemeral":
		if resource, ok := configs.Step(t, 2); ok {
			w.followResource(m, t.RootName()+"."+name+"."+resource, path[1:])
		}
	default:
		w.followResource(m, t.RootName()+"."+name, path)
	}
}

func (w *walker) followVariable(m *ModuleInstance, name string, path []string) {
	if m.parent == nil {
		v := Unmarked(m.variable(name))
		w.reach.open = !v.IsWhollyKnown()
		w.text(v)
		return
	}
	if attr := m.call.Args[name]; attr != nil {
		w.follow(m.scope, configs.Native(attr.Expr), path)
	} else if v := m.Module.Variables[name]; v != nil && v.Default != nil {
		w.follow(m.Scope(), configs.Native(v.Default), path)
	} else {
		w.reach.open = true // it is not given, and may be anything
	}
}

func isResource(e hclsyntax.Expression) bool {
	t, ok := e.(*hclsyntax.ScopeTraversalExpr)
	return ok && !slices.Contains(noResources, t.Traversal.RootName())
}

// followModule adds an output of a module call, or all of them.
func (w *walker) followModule(m *ModuleInstance, name string, path []string) {
	expanded := m.children(name)
	call := m.Module.Calls[name]
	if expanded.shape.disabled {
		return
	}
	if call == nil || (len(expanded.instances) == 0 && expanded.shape.kind == single) {
		w.reach.open = true // it may be made from anything
		if call != nil {
			put(&w.reach.unread, call, true)
		}
		return
	}
	path = inElement(call.Count != nil || call.ForEach != nil, path)
	if len(expanded.instances) == 0 {
		return
	}
	outputs, inside := slices.Sorted(maps.Keys(expanded.instances[0].Module.Outputs)), []string(nil)
	if len(path) > 0 && path[0] != anyKey && path[0] != allKeys {
		outputs, inside = path[:1], path[1:]
	}
	for _, output := range outputs {
		w.through(m, "module."+name+"."+output, inside, func(w *walker) {
			for _, child := range expanded.instances {
				if declared := child.Module.Outputs[output]; declared != nil {
					w.follow(child.Scope(), configs.Native(declared.Value), inside)
				}
			}
		})
	}
}

func (w *walker) followResource(m *ModuleInstance, address string, path []string) {
	w.reach.nodes[node{m.Path, address}] = true
	attr := ""
	if res := m.Module.Resource(address); res != nil {
		if path = inElement(res.Count != nil || res.ForEach != nil, path); len(path) > 0 && path[0] != anyKey && path[0] != allKeys {
			attr = path[0]
		}
	}
	w.reach.reads[read{m, address, attr}] = true
}
