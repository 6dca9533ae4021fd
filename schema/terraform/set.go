package terraform

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// CertainlySet reports whether the argument, whose value is not known, is certainly neither null nor empty: it is the id of
// a resource, handed on by locals, inputs, outputs and functions that choose nothing, or a template around one or around
// text of its own.
func (a *Argument) CertainlySet() bool {
	if a.IsResourceReference() && isID(a.Value()) {
		return true // as most are, those of a resource that stands for any number of them too
	}
	e := a.Expr()
	return e != nil && a.scope.certainlySet(e, nil, 0)
}

// isID reports whether a value is the id of one instance, and nothing else decides what it is.
func isID(v cty.Value) bool {
	origins := Origins(v)
	return len(origins) == 1 && origins[0].Attr == "id" && !v.IsKnown() && !Undecided(v)
}

// certainlySet is about what an expression has at the end of a path. A conditional with an unknown condition may be either
// of its branches, even where they are made from one id.
func (s *Scope) certainlySet(e hclsyntax.Expression, path []cty.Value, depth int) bool {
	s, e, path = s.lead(e, path, depth)
	if e == nil || depth > maxFollow {
		return false
	}
	set := func(e hclsyntax.Expression, path ...cty.Value) bool { return s.certainlySet(e, path, depth+1) }
	switch e := e.(type) {
	case *hclsyntax.ScopeTraversalExpr:
		if each := s.each; each != nil && each.source != nil && e.Traversal.RootName() == "each" {
			rest, ok := steps(e.Traversal[1:])
			return ok && keyText(rest[0]) == "value" &&
				s.module.Scope().certainlySet(each.source, slices.Concat([]cty.Value{each.key}, rest[1:], path), depth+1)
		}
		return s.isResource(e) && s.isIDAt(e, path)
	case *hclsyntax.ConditionalExpr:
		return set(e.TrueResult, path...) && set(e.FalseResult, path...)
	case *hclsyntax.TemplateExpr:
		return slices.ContainsFunc(e.Parts, func(part hclsyntax.Expression) bool {
			text, literal := literalText(part)
			return literal && text != "" || set(part)
		})
	case *hclsyntax.SplatExpr:
		return (s.isResource(e.Source) || handsElementsOn(e.Source)) && s.isIDAt(e, path)
	case *hclsyntax.ForExpr:
		item, ok := e.ValExpr.(*hclsyntax.ScopeTraversalExpr)
		return ok && item.Traversal.RootName() == e.ValVar && s.isResource(e.CollExpr) && s.isIDAt(e, path)
	case *hclsyntax.FunctionCallExpr:
		return s.callIsSet(e, path, set) || handsElementsOn(e) && s.isIDAt(e, path)
	}
	return false
}

// handing are the functions whose result has the elements of their arguments as they are.
var handing = []string{"concat", "flatten", "merge", "reverse", "slice", "values", "zipmap"}

func handsElementsOn(e hclsyntax.Expression) bool {
	call, ok := configs.Unwrap(e).(*hclsyntax.FunctionCallExpr)
	return ok && slices.Contains(handing, call.Name)
}

// callIsSet is about functions that hand one of their arguments on, or an element of it.
func (s *Scope) callIsSet(call *hclsyntax.FunctionCallExpr, path []cty.Value, set func(hclsyntax.Expression, ...cty.Value) bool) bool {
	if call.ExpandFinal || len(call.Args) == 0 {
		return false
	}
	first := call.Args[0]
	within := func(key cty.Value) bool { return set(first, slices.Concat([]cty.Value{key}, path)...) }
	switch call.Name {
	case "coalesce":
		return len(path) == 0 && slices.ContainsFunc(call.Args, func(arg hclsyntax.Expression) bool { return set(arg) })
	case "try":
		decided := !Undecided(s.Eval(call))
		for _, arg := range call.Args {
			if set(arg, path...) {
				return true
			}
			if !decided || !Undecided(s.Eval(arg)) {
				return false
			} // else it fails, because what it is would be undecided if it did not
		}
	case "one":
		return within(cty.Zero)
	case "lookup", "element":
		if len(call.Args) > 1 {
			key, ok := certainKey(s.Eval(call.Args[1]))
			return ok && within(key)
		}
	}
	return false
}

// isIDAt reports whether what an expression has at the end of a path is the id of one instance that is certainly there.
func (s *Scope) isIDAt(e hclsyntax.Expression, path []cty.Value) bool {
	v := s.Eval(e)
	for _, key := range path {
		if !v.IsKnown() {
			return false
		}
		next, diags := hcl.Index(v, key, nil)
		if diags.HasErrors() {
			return false
		}
		v = next
	}
	return isID(v) && !Origins(v)[0].Instance.Symbolic
}

// isResource reports whether an expression is nothing but a reference to a resource, or to a part of one.
func (s *Scope) isResource(e hclsyntax.Expression) bool {
	_, e, _ = s.lead(e, nil, 0)
	t, ok := e.(*hclsyntax.ScopeTraversalExpr)
	if !ok {
		return false
	}
	_, iterator := s.iterators[t.Traversal.RootName()]
	return !iterator && isResource(configs.Unwrap(t))
}
