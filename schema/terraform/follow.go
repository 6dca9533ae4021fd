package terraform

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/meter"
)

// maxFollow bounds a chain of references. Terraform refuses the endless ones.
const maxFollow = 100

// follow returns the text that an expression leads to by bare references: locals, variables, outputs, each.value, and
// what they hold. The path are the steps that are still to be taken inside it, outermost first. It is false, and the
// expression is the last one on the way, where the chain leads to something else than the text of this configuration: a
// resource, a variable that a variables file sets, an object that a function makes.
func (s *Scope) follow(e hclsyntax.Expression, path []cty.Value, depth int) (*Scope, hclsyntax.Expression, bool) {
	s, e, path = s.lead(e, path, depth)
	switch e.(type) {
	case nil, *hclsyntax.ScopeTraversalExpr, *hclsyntax.RelativeTraversalExpr, *hclsyntax.IndexExpr:
		return s, e, false
	}
	return s, e, len(path) == 0
}

// lead returns the last expression that another one leads to by bare references, with the steps that are left to take in
// it. It is nil where there is none.
func (s *Scope) lead(e hclsyntax.Expression, path []cty.Value, depth int) (*Scope, hclsyntax.Expression, []cty.Value) {
	e = configs.Unwrap(e)
	if e == nil || depth > maxFollow {
		return s, nil, path
	}
	switch e := e.(type) {
	case *hclsyntax.ScopeTraversalExpr:
		if to, next, path := s.referent(e.Traversal, path, depth); next != nil {
			return to.lead(next, path, depth+1)
		}
	case *hclsyntax.RelativeTraversalExpr:
		if inner, ok := steps(e.Traversal); ok {
			return s.lead(e.Source, append(inner, path...), depth+1)
		}
	case *hclsyntax.IndexExpr:
		if key, ok := certainKey(s.Eval(e.Key)); ok {
			return s.lead(e.Collection, append([]cty.Value{key}, path...), depth+1)
		}
	case *hclsyntax.ConditionalExpr:
		if taken := s.branch(e); taken != nil {
			return s.lead(taken, path, depth+1)
		}
	case *hclsyntax.FunctionCallExpr:
		if seeThrough(e, "sensitive", "nonsensitive", "tostring", "tomap", "tolist") {
			return s.lead(e.Args[0], path, depth+1)
		}
	case *hclsyntax.ObjectConsExpr:
		if len(path) > 0 {
			return s.lead(s.item(e, path[0]), path[1:], depth+1)
		}
	case *hclsyntax.TupleConsExpr:
		if len(path) > 0 {
			return s.lead(element(e, path[0]), path[1:], depth+1)
		}
	}
	return s, e, path
}

// referent returns what a traversal names, and the steps that are left to take in it. It is nil where that is not text
// of this configuration.
func (s *Scope) referent(t hcl.Traversal, path []cty.Value, depth int) (*Scope, hclsyntax.Expression, []cty.Value) {
	name, ok := configs.Step(t, 1)
	if !ok {
		return nil, nil, nil
	}
	m := s.module
	rest, ok := steps(t[2:])
	if !ok {
		return nil, nil, nil
	}
	path = append(rest, path...)
	switch t.RootName() {
	case "local":
		if attr := m.Module.Locals[name]; attr != nil {
			return m.Scope(), configs.Native(attr.Expr), path
		}
	case "var":
		to, e := m.supplier(name)
		return to, e, path
	case "module":
		return m.outputText(name, path)
	case "each":
		if s.each == nil || s.each.source == nil {
			return nil, nil, nil
		}
		key, ok := certainKey(s.each.key)
		if !ok {
			return nil, nil, nil
		}
		to, e, ok := m.Scope().follow(s.each.source, nil, depth+1)
		if !ok {
			return nil, nil, nil
		}
		if call, isCall := e.(*hclsyntax.FunctionCallExpr); isCall && seeThrough(call, "toset") {
			to, e = to.member(call.Args[0], key, depth)
			return to, e, path
		}
		if name == "value" {
			return to, e, append([]cty.Value{key}, path...)
		}
	}
	return nil, nil, nil
}

// supplier returns the expression that a variable gets its value from: the argument of the module call, or the
// default. It is nil where the value comes from outside the configuration.
func (m *ModuleInstance) supplier(name string) (*Scope, hclsyntax.Expression) {
	declared := m.Module.Variables[name]
	if declared == nil {
		return nil, nil
	}
	if m.parent != nil {
		if attr := m.call.Args[name]; attr != nil {
			return m.scope, configs.Native(attr.Expr)
		}
	} else if _, given := m.root.inputs[name]; given {
		return nil, nil
	}
	if declared.Default == nil {
		return nil, nil
	}
	return m.Scope(), configs.Native(declared.Default)
}

// outputText returns the expression of the output of a module call that the path names first.
func (m *ModuleInstance) outputText(call string, path []cty.Value) (*Scope, hclsyntax.Expression, []cty.Value) {
	if m.Module.Calls[call] == nil {
		return nil, nil, nil
	}
	expanded := m.children(call)
	element := -1
	switch expanded.shape.kind {
	case single:
		element = 0
	case counted, keyed:
		if len(path) > 0 {
			element = slices.IndexFunc(expanded.shape.keys, func(key cty.Value) bool { return keyText(key) == keyText(path[0]) })
			path = path[1:]
		}
	case symbolicCount, symbolicKeys:
	}
	if element < 0 || element >= len(expanded.instances) || len(path) == 0 || path[0].Type() != cty.String {
		return nil, nil, nil
	}
	child := expanded.instances[element]
	output := child.Module.Outputs[path[0].AsString()]
	if output == nil || output.Value == nil {
		return nil, nil, nil
	}
	return child.Scope(), configs.Native(output.Value), path[1:]
}

// branch returns the branch that a conditional certainly takes, or nil.
func (s *Scope) branch(e *hclsyntax.ConditionalExpr) hclsyntax.Expression {
	condition := Unmarked(s.Eval(e.Condition))
	condition, err := convert.Convert(condition, cty.Bool)
	switch {
	case err != nil || !condition.IsKnown() || condition.IsNull():
		return nil
	case condition.True():
		return e.TrueResult
	}
	return e.FalseResult
}

// item returns the value of an object's item, the last one with the key as in Terraform, or nil where there is none or
// a key is not known.
func (s *Scope) item(object *hclsyntax.ObjectConsExpr, key cty.Value) hclsyntax.Expression {
	return s.indexed(object, func() map[string]hclsyntax.Expression {
		items := make(map[string]hclsyntax.Expression, len(object.Items))
		for _, item := range object.Items {
			own, ok := certainKey(s.Eval(item.KeyExpr))
			if !ok {
				return nil
			}
			items[keyText(own)] = item.ValueExpr
		}
		return items
	})[keyText(key)]
}

// indexed returns the elements of a collection by key. Where nothing but the module decides what the keys are, they are
// evaluated once: a map of a thousand elements is asked a thousand times.
func (s *Scope) indexed(collection hclsyntax.Expression, index func() map[string]hclsyntax.Expression) map[string]hclsyntax.Expression {
	if s.each != nil || len(s.iterators) > 0 {
		return index()
	}
	m := s.module
	elements, ok := m.indexes[collection]
	if !ok {
		elements = index()
		if m.indexes == nil {
			m.indexes = map[hclsyntax.Expression]map[string]hclsyntax.Expression{}
		}
		m.indexes[collection] = elements
	}
	return elements
}

// element returns the element of a tuple, or nil.
func element(tuple *hclsyntax.TupleConsExpr, key cty.Value) hclsyntax.Expression {
	i, err := strconv.Atoi(keyText(key))
	if err != nil || i < 0 || i >= len(tuple.Exprs) {
		return nil
	}
	return tuple.Exprs[i]
}

// member returns the element of a set that has a value.
func (s *Scope) member(set hclsyntax.Expression, value cty.Value, depth int) (*Scope, hclsyntax.Expression) {
	to, e, ok := s.follow(set, nil, depth+1)
	if !ok {
		return nil, nil
	}
	tuple, isTuple := e.(*hclsyntax.TupleConsExpr)
	if !isTuple {
		return nil, nil
	}
	return to, to.indexed(tuple, func() map[string]hclsyntax.Expression {
		items := make(map[string]hclsyntax.Expression, len(tuple.Exprs))
		for _, item := range tuple.Exprs {
			if own, ok := certainKey(to.Eval(item)); ok {
				items[keyText(own)] = item
			}
		}
		return items
	})[keyText(value)]
}

// steps returns the keys of a traversal's steps. It is false for a splat.
func steps(t hcl.Traversal) ([]cty.Value, bool) {
	var keys []cty.Value
	for _, step := range t {
		switch step := step.(type) {
		case hcl.TraverseAttr:
			keys = append(keys, cty.StringVal(step.Name))
		case hcl.TraverseIndex:
			keys = append(keys, step.Key)
		default:
			return nil, false
		}
	}
	return keys, true
}

// certainKey returns a value as a key: a string or a number that is known.
func certainKey(v cty.Value) (cty.Value, bool) {
	if v == cty.NilVal {
		return v, false
	}
	v, _ = v.UnmarkDeep()
	return v, v.IsKnown() && !v.IsNull() && (v.Type() == cty.String || v.Type() == cty.Number)
}

// keyText is a key as Terraform compares it: a["1"] and a[1] are the same.
func keyText(key cty.Value) string {
	text := mustConvert(key, cty.String)
	if !text.IsKnown() || text.IsNull() {
		return ""
	}
	return text.AsString()
}

func seeThrough(call *hclsyntax.FunctionCallExpr, names ...string) bool {
	return len(call.Args) == 1 && !call.ExpandFinal && slices.Contains(names, call.Name)
}

// Literal is a value that is written in the configuration.
type Literal struct {
	// Range is where it is written. It may be a secret: Text is never to be shown.
	Range hcl.Range
	Text  string
}

// Literals returns the literal strings and numbers that the argument is, or leads to by bare references (local.x,
// var.x through module calls, each.value.x): one for a single value, any number for a list.
func (a *Argument) Literals() []Literal {
	e := a.Expr()
	if e == nil {
		if a.given.Literal == "" {
			return nil
		}
		return []Literal{{Range: a.Range(), Text: a.given.Literal}}
	}
	return a.scope.literals(e, true)
}

func (s *Scope) literals(e hclsyntax.Expression, lists bool) []Literal {
	s, e, ok := s.follow(e, nil, 0)
	if !ok {
		return nil
	}
	switch e := e.(type) {
	case *hclsyntax.FunctionCallExpr:
		if lists && seeThrough(e, "toset", "distinct", "compact", "sort") {
			return s.literals(e.Args[0], lists)
		}
	case *hclsyntax.TupleConsExpr:
		if lists {
			var all []Literal
			for _, item := range e.Exprs {
				all = append(all, s.literals(item, false)...)
			}
			return all
		}
	default:
		if text, ok := literalText(e); ok {
			return []Literal{{Range: e.Range(), Text: text}}
		}
	}
	return nil
}

// literalText returns the text of a string or number that is written out.
func literalText(e hclsyntax.Expression) (string, bool) {
	var v cty.Value
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		v = e.Val
	case *hclsyntax.TemplateExpr:
		var text strings.Builder
		for _, part := range e.Parts {
			inner, ok := literalText(part)
			if !ok {
				return "", false
			}
			text.WriteString(inner)
		}
		return text.String(), true
	default:
		return "", false
	}
	if !v.IsKnown() || v.IsNull() || (v.Type() != cty.String && v.Type() != cty.Number) {
		return "", false
	}
	text := mustConvert(meter.Plain(v), cty.String)
	if !text.IsKnown() {
		return "", false
	}
	return text.AsString(), true
}

// Verbatim reports whether the argument is no text around what it is made from: a template with more than one part, or a
// function that makes another text.
func (a *Argument) Verbatim() bool {
	if a.IsResourceReference() {
		return true // as most are
	}
	e := a.Expr()
	return e == nil || a.scope.verbatim(e)
}

func (s *Scope) verbatim(e hclsyntax.Expression) bool {
	_, e, _ = s.follow(e, nil, 0)
	switch e := e.(type) {
	case *hclsyntax.TemplateExpr:
		return len(e.Parts) < 2
	case *hclsyntax.FunctionCallExpr:
		if e.Name == "join" && len(e.Args) > 0 {
			return configs.LiteralString(e.Args[0]) == "" // the old way to take the only element of a list
		}
		return !slices.Contains(textMakers, e.Name)
	}
	return true
}

var textMakers = []string{
	"base64encode", "format", "jsonencode", "lower", "md5", "replace", "sha1", "sha256", "sha512", "strrev", "substr",
	"title", "trim", "trimprefix", "trimsuffix", "upper", "urlencode",
}
