package terraform

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/syntax"
)

// Reference is a mention of something by its name, as it is written.
type Reference struct {
	// Traversal is the whole of what is mentioned: huaweicloud_vpc.main[0].id. An index that is no literal is unknown.
	Traversal hcl.Traversal
	// Range is its text: in JSON syntax the whole string that it stands in.
	Range hcl.Range
	// From is the address within the module of the block that mentions it, or local.NAME, output.NAME, module.NAME.
	From string
	// Counted and Keyed say that the block has a count or a for_each.
	Counted, Keyed bool
}

// References implements [Questions].
func (r *loadedRoot) References(m *configs.Module) iter.Seq[Reference] {
	return func(yield func(Reference) bool) {
		(&gatherer{yield: yield, consumed: map[hclsyntax.Node]bool{}}).module(m)
	}
}

func (g *gatherer) module(m *configs.Module) {
	for _, res := range m.Resources {
		g.from(res.Address(), res.Count != nil, res.ForEach != nil)
		for _, body := range res.Bodies {
			g.body(body, nil, "provider", "ignore_changes")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(m.Calls)) {
		call := m.Calls[name]
		g.from("module."+name, call.Count != nil, call.ForEach != nil)
		for _, body := range call.Bodies {
			g.body(body, nil, "providers", "source", "version")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(m.Locals)) {
		g.from("local."+name, false, false)
		g.expression(configs.Native(m.Locals[name].Expr), nil)
	}
	for _, name := range slices.Sorted(maps.Keys(m.Outputs)) {
		if e := m.Outputs[name].Value; e != nil {
			g.from("output."+name, false, false)
			g.expression(configs.Native(e), nil)
		}
	}
}

// Parent is the module instance that calls this one, nil for the root.
func (m *ModuleInstance) Parent() *ModuleInstance { return m.parent }

// CalledAt covers the header of the call of this module instance. It is empty for the root.
func (m *ModuleInstance) CalledAt() hcl.Range {
	if m.call == nil {
		return hcl.Range{}
	}
	return m.call.Range
}

// Unsupplied returns the inputs that the module requires and its call does not give, sorted.
func (m *ModuleInstance) Unsupplied() []string {
	if m.call == nil {
		return nil
	}
	return slices.DeleteFunc(m.Unset(), func(name string) bool { return m.Module.Variables[name].Default != nil })
}

// Unexpected returns what the call of the module gives and the module has no variable for, sorted by name. It is none where a file of
// the module could not be read.
func (m *ModuleInstance) Unexpected() []*hcl.Attribute {
	var args []*hcl.Attribute
	if m.call == nil || m.Module.Broken {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(m.call.Args)) {
		if m.Module.Variables[name] == nil {
			args = append(args, m.call.Args[name])
		}
	}
	return args
}

// Unset returns the variables of the module that its call does not give, sorted.
func (m *ModuleInstance) Unset() []string {
	var names []string
	for name := range m.Module.Variables {
		if m.call == nil || m.call.Args[name] == nil {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// Callee returns the module that a call leads to, nil where there is no such call or it could not be read.
func (m *ModuleInstance) Callee(name string) *configs.Module {
	call := m.Module.Calls[name]
	if call == nil {
		return nil
	}
	return m.root.child(m, call)
}

// gatherer collects references. It is an [hclsyntax.Walker] on one expression at a time.
type gatherer struct {
	yield func(Reference) bool
	ended bool      // nobody wants any more
	block Reference // with what the references of the block have in common

	bound    []map[string]struct{} // names that are no references, by scope
	tried    int                   // try and can around
	texts    []hcl.Range           // JSON strings around
	consumed map[hclsyntax.Node]bool
}

func (g *gatherer) from(address string, counted, keyed bool) {
	g.block = Reference{From: address, Counted: counted, Keyed: keyed}
}

func (g *gatherer) body(body hcl.Body, iterators map[string]struct{}, skip ...string) {
	native, ok := body.(*syntax.Body)
	if !ok {
		g.jsonBody(body, skip)
		return
	}
	attrs := make([]*syntax.Attribute, 0, len(native.Attributes))
	for n := range native.Attributes {
		if attr := &native.Attributes[n]; !attr.IsLiteral() && !slices.Contains(skip, attr.Name) {
			attrs = append(attrs, attr)
		}
	}
	slices.SortFunc(attrs, func(a, b *syntax.Attribute) int { return strings.Compare(a.Name, b.Name) })
	for _, attr := range attrs {
		g.expression(attr.Expr(), iterators)
	}
	for n := range native.Blocks {
		block := &native.Blocks[n]
		if block.Type != "dynamic" || len(block.Labels) != 1 {
			g.body(&block.Body, iterators, "ignore_changes")
			continue
		}
		iterator := block.Labels[0]
		if attr := block.Attribute("iterator"); attr != nil {
			iterator = hcl.ExprAsKeyword(attr.Expr())
		}
		if attr := block.Attribute("for_each"); attr != nil {
			g.expression(attr.Expr(), iterators)
		}
		inner := map[string]struct{}{iterator: {}}
		for name := range iterators {
			inner[name] = struct{}{}
		}
		for n := range block.Blocks {
			g.body(&block.Blocks[n].Body, inner)
		}
	}
}

// jsonBody takes a JSON body for the object that it is: what its dynamic blocks bring along is left out everywhere.
func (g *gatherer) jsonBody(body hcl.Body, skip []string) {
	attrs, _ := body.JustAttributes()
	for _, name := range slices.Sorted(maps.Keys(attrs)) {
		if name == configs.CommentKey || slices.Contains(skip, name) {
			continue
		}
		e := configs.Native(attrs[name].Expr)
		iterators := map[string]struct{}{}
		if name == "dynamic" {
			jsonIterators(e, iterators, true)
		} else {
			jsonIterators(e, iterators, false)
		}
		g.expression(e, iterators)
	}
}

// jsonIterators adds the names that dynamic blocks in a JSON value bring along.
func jsonIterators(e hclsyntax.Expression, names map[string]struct{}, dynamic bool) {
	switch e := e.(type) {
	case *hclsyntax.TupleConsExpr:
		for _, item := range e.Exprs {
			jsonIterators(item, names, dynamic)
		}
	case *hclsyntax.ObjectConsExpr:
		for _, item := range e.Items {
			key := configs.LiteralString(item.KeyExpr)
			if dynamic && !hasIterator(item.ValueExpr) {
				names[key] = struct{}{}
			}
			if key == "iterator" {
				names[configs.LiteralString(item.ValueExpr)] = struct{}{}
			}
			jsonIterators(item.ValueExpr, names, key == "dynamic")
		}
	}
}

// hasIterator reports whether dynamic blocks in a JSON value all say themselves what their iterator is called.
func hasIterator(e hclsyntax.Expression) bool {
	switch e := configs.Unwrap(e).(type) {
	case *hclsyntax.TupleConsExpr:
		return !slices.ContainsFunc(e.Exprs, func(item hclsyntax.Expression) bool { return !hasIterator(item) })
	case *hclsyntax.ObjectConsExpr:
		return slices.ContainsFunc(e.Items, func(item hclsyntax.ObjectConsItem) bool { return configs.LiteralString(item.KeyExpr) == "iterator" })
	}
	return false
}

func (g *gatherer) expression(e hclsyntax.Expression, bound map[string]struct{}) {
	g.bound = append(g.bound[:0], bound)
	clear(g.consumed)
	if reference, ok := e.(*hclsyntax.ScopeTraversalExpr); ok {
		g.take(reference)
		return
	}
	_ = hclsyntax.Walk(e, g) // the walker has no diagnostics
}

// Enter takes a node in.
func (g *gatherer) Enter(node hclsyntax.Node) hcl.Diagnostics {
	switch n := node.(type) {
	case *configs.Placed:
		g.texts = append(g.texts, n.At)
	case hclsyntax.ChildScope:
		g.bound = append(g.bound, n.LocalNames)
	case *hclsyntax.FunctionCallExpr:
		if n.Name == "try" || n.Name == "can" {
			g.tried++
		}
	case *hclsyntax.ScopeTraversalExpr, *hclsyntax.RelativeTraversalExpr, *hclsyntax.IndexExpr, *hclsyntax.SplatExpr:
		g.take(n.(hclsyntax.Expression)) //nolint:forcetypeassert // each of them is one
	case *hclsyntax.TemplateExpr:
		if strings.HasSuffix(n.SrcRange.Filename, ".json") {
			g.texts = append(g.texts, n.SrcRange)
		}
	}
	return nil
}

// Exit leaves a node.
func (g *gatherer) Exit(node hclsyntax.Node) hcl.Diagnostics {
	switch n := node.(type) {
	case *configs.Placed:
		g.texts = g.texts[:len(g.texts)-1]
	case hclsyntax.ChildScope:
		g.bound = g.bound[:len(g.bound)-1]
	case *hclsyntax.FunctionCallExpr:
		if n.Name == "try" || n.Name == "can" {
			g.tried--
		}
	case *hclsyntax.TemplateExpr:
		if strings.HasSuffix(n.SrcRange.Filename, ".json") {
			g.texts = g.texts[:len(g.texts)-1]
		}
	}
	return nil
}

func (g *gatherer) take(e hclsyntax.Expression) {
	if g.ended || g.consumed[e] || g.tried > 0 {
		return
	}
	traversal := g.whole(e)
	if len(traversal) == 0 {
		return
	}
	for _, scope := range g.bound {
		if _, ok := scope[traversal.RootName()]; ok {
			return
		}
	}
	r := g.block
	r.Traversal, r.Range = traversal, e.Range()
	if len(g.texts) > 0 {
		r.Range = g.texts[0]
	}
	g.ended = !g.yield(r)
}

// whole puts a traversal together with the indexes and splats that are no part of it in HCL's eyes, and consumes them.
// It is empty for an expression that begins with no name.
func (g *gatherer) whole(e hclsyntax.Expression) hcl.Traversal {
	g.consumed[e] = true
	switch e := e.(type) {
	case *hclsyntax.ScopeTraversalExpr:
		return e.Traversal
	case *hclsyntax.RelativeTraversalExpr:
		return extend(g.whole(e.Source), e.Traversal...)
	case *hclsyntax.IndexExpr:
		return extend(g.whole(e.Collection), hcl.TraverseIndex{Key: cty.DynamicVal, SrcRange: e.BracketRange})
	case *hclsyntax.SplatExpr:
		before := extend(g.whole(e.Source), hcl.TraverseSplat{SrcRange: e.MarkerRange})
		if each, ok := e.Each.(*hclsyntax.RelativeTraversalExpr); ok {
			if _, item := each.Source.(*hclsyntax.AnonSymbolExpr); item {
				g.consumed[each] = true
				return extend(before, each.Traversal...)
			}
		}
		return before
	}
	return nil
}

func extend(t hcl.Traversal, steps ...hcl.Traverser) hcl.Traversal {
	if len(t) == 0 {
		return nil
	}
	return append(slices.Clone(t), steps...)
}

// IsResourceReference reports whether the argument is nothing but a reference to a resource, written out here: not a variable, a
// local or an output, behind which there may be a choice.
func (a *Argument) IsResourceReference() bool {
	root := ""
	var names [maxNames]string
	if reference := a.reference(names[:0]); len(reference) > 0 {
		root = reference[0]
	} else if e := a.Expr(); e != nil {
		if e, ok := configs.Unwrap(e).(*hclsyntax.ScopeTraversalExpr); ok {
			root = e.Traversal.RootName()
		}
	}
	_, iterator := a.scope.iterators[root]
	return root != "" && !iterator && !slices.Contains(noResources, root)
}

// noResources are the first names of references that lead to something else than a resource.
var noResources = []string{"var", "local", "module", "each", "count", "self", "path", "terraform"}

// MayBeDefaulted reports whether the argument may be made from an input of the root module: where its value is empty or
// null, that is a default to be filled in, and not what will be applied.
func (a *Argument) MayBeDefaulted() bool {
	return a.given == nil && a.scope.mayBeDefaulted(a.Expr())
}

func (s *Scope) mayBeDefaulted(e hclsyntax.Expression) bool {
	return s.iterated(e) || s.reach(e).Input()
}

// FromModuleInput reports whether the argument may be made from an input of any module.
func (a *Argument) FromModuleInput() bool {
	return a.given == nil && (a.scope.iterated(a.Expr()) || a.Reach().Variable())
}

// iterated reports whether an expression is made from what a dynamic block goes through, which may be an input.
func (s *Scope) iterated(e hclsyntax.Expression) bool {
	return len(s.iterators) > 0 && slices.ContainsFunc(e.Variables(), func(t hcl.Traversal) bool {
		_, ok := s.iterators[t.RootName()]
		return ok
	})
}
