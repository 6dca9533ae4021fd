package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/meter"
)

// Scope is where an expression stands: what its names mean.
type Scope struct {
	module    *ModuleInstance
	each      *each
	iterators map[string]cty.Value // of the dynamic blocks around, by name
}

// each holds what count.index, each.key and each.value are. Those that do not apply are cty.NilVal.
type each struct {
	count, key, value cty.Value
	source            hclsyntax.Expression // the for_each that they come from, nil for a count
}

// Scope returns the scope of the module's blocks that have no count or for_each.
func (m *ModuleInstance) Scope() *Scope { return &Scope{module: m} }

func (s *Scope) with(e *each) *Scope {
	return &Scope{module: s.module, each: e, iterators: s.iterators}
}

func (s *Scope) withIterator(name string, key, value cty.Value) *Scope {
	iterators := make(map[string]cty.Value, len(s.iterators)+1)
	for n, v := range s.iterators {
		iterators[n] = v
	}
	iterators[name] = cty.ObjectVal(map[string]cty.Value{"key": key, "value": value})
	return &Scope{module: s.module, each: s.each, iterators: iterators}
}

// Eval evaluates an expression. What cannot be evaluated is unknown, with the origins that are certain to be in it.
func (s *Scope) Eval(e hclsyntax.Expression) cty.Value {
	if e == nil {
		return cty.NullVal(cty.DynamicPseudoType)
	}
	r := s.module.root
	if r.meter.Over() {
		r.over()
		return configs.Undecided
	}
	switch e := configs.Unwrap(e).(type) {
	case *hclsyntax.LiteralValueExpr:
		return meter.Plain(e.Val)
	case *hclsyntax.TemplateExpr:
		if text, ok := plainText(e); ok {
			return text
		}
	case *hclsyntax.ScopeTraversalExpr:
		if v, ok := s.traversed(e.Traversal); ok {
			return v
		}
	case *hclsyntax.ConditionalExpr:
		// HCL gives the result the marks of both branches. Only the one that is taken says where the value comes from.
		condition := s.Eval(e.Condition)
		plain := Unmarked(condition)
		if plain, err := convert.Convert(plain, cty.Bool); err == nil && plain.IsKnown() && !plain.IsNull() {
			taken, other := e.FalseResult, e.TrueResult
			if plain.True() {
				taken, other = other, taken
			}
			return meter.Branch(s.Eval(taken), s.Eval(other)).WithMarks(sensitivity(condition))
		}
	case *hclsyntax.TupleConsExpr:
		items := make([]cty.Value, len(e.Exprs))
		for i, item := range e.Exprs {
			items[i] = s.Eval(item)
		}
		return cty.TupleVal(items)
	}
	ctx := s.context(e)
	failed := false
	v, ok := r.meter.Run(func() cty.Value {
		v, diags := r.metered(e).Value(ctx)
		failed = diags.HasErrors()
		return v
	})
	if !ok {
		r.note(e.Range(), "this takes too long to be evaluated: its value is not known")
	}
	if !ok || failed {
		return configs.Undecided
	}
	return v
}

// metered returns the expression that is evaluated instead of one that is written.
func (r *Root) metered(e hclsyntax.Expression) hclsyntax.Expression {
	if _, plain := e.(*hclsyntax.ScopeTraversalExpr); plain {
		return e
	}
	own := r.meters[e]
	if own == nil {
		own = r.meter.Expression(e)
		if r.meters == nil {
			r.meters = map[hclsyntax.Expression]hclsyntax.Expression{}
		}
		r.meters[e] = own
	}
	return own
}

// over notes that the whole takes too long.
func (r *Root) over() {
	if !r.noted[Note{}] {
		r.noted[Note{}] = true
		r.Notes = append(r.Notes, Note{Range: r.start(), Message: "this configuration takes too long to be evaluated: what is left of it is not known", Unjudged: true})
	}
}

// start is where the first file of the root module begins.
func (r *Root) start() hcl.Range {
	at := hcl.Range{Start: hcl.InitialPos, End: hcl.InitialPos}
	if r.ModuleInstance != nil && len(r.Module.Files) > 0 {
		at.Filename = r.Module.Files[0].Name
	}
	return at
}

// plainText returns the value of a template that is nothing but text, as most are.
func plainText(e *hclsyntax.TemplateExpr) (cty.Value, bool) {
	if len(e.Parts) != 1 {
		return cty.NilVal, false
	}
	literal, ok := e.Parts[0].(*hclsyntax.LiteralValueExpr)
	if !ok || literal.Val.Type() != cty.String || literal.Val.IsMarked() || !literal.Val.IsKnown() || literal.Val.IsNull() {
		return cty.NilVal, false
	}
	return literal.Val, true
}

// maxNames is how many names a reference may have that [Scope.lookup] takes: data.TYPE.NAME.ATTRIBUTE.
const maxNames = 4

// lookup evaluates the names that a reference begins with, without putting an object of all that its root has around what
// they name. It returns how many names that took, 0 where an object is needed.
func (s *Scope) lookup(names []string) (v cty.Value, used int) {
	switch names[0] {
	case "module":
		return cty.NilVal, 0
	case "var", "local", "each", "count", "path", "terraform", "self":
		used = 2
	case "data", "ephemeral":
		used = 4
	default:
		used = 3
	}
	if _, iterator := s.iterators[names[0]]; iterator || len(names) < used {
		return cty.NilVal, 0
	}
	switch used {
	case 2:
		v = s.named(names[0], names[1])
	case 3:
		v = s.module.resourceAttr(names[0]+"."+names[1], names[2])
	case 4:
		v = s.module.resourceAttr(names[0]+"."+names[1]+"."+names[2], names[3])
	}
	if v == cty.NilVal {
		return v, 0
	}
	return v, used
}

// traversed evaluates a reference by [Scope.lookup]. It is false where an object is needed.
func (s *Scope) traversed(t hcl.Traversal) (cty.Value, bool) {
	var names [maxNames]string
	n := 1
	names[0] = t.RootName()
	for ; n < min(len(t), maxNames); n++ {
		attr, ok := t[n].(hcl.TraverseAttr)
		if !ok {
			break
		}
		names[n] = attr.Name
	}
	v, used := s.lookup(names[:n])
	if used == 0 || used == len(t) {
		return v, used > 0
	}
	v, diags := t[used:].TraverseRel(v)
	if diags.HasErrors() {
		v = configs.Undecided
	}
	return v, true
}

// context builds the variables that an expression mentions, and no others.
func (s *Scope) context(e hclsyntax.Expression) *hcl.EvalContext {
	ctx := &hcl.EvalContext{Functions: s.module.root.functions()}
	traversals := e.Variables()
	if len(traversals) == 0 {
		return ctx
	}
	roots := map[string]map[string]cty.Value{}
	ctx.Variables = map[string]cty.Value{}
	for _, t := range traversals {
		root := t.RootName()
		if v, ok := s.iterators[root]; ok {
			ctx.Variables[root] = v
			continue
		}
		if len(t) == 1 {
			ctx.Variables[root] = cty.DynamicVal // of a for expression around, whose element is not known here
		}
		if _, done := ctx.Variables[root]; done {
			continue
		}
		fields := roots[root]
		if fields == nil {
			fields = map[string]cty.Value{}
			roots[root] = fields
		}
		s.define(fields, t)
	}
	for root, fields := range roots {
		if _, done := ctx.Variables[root]; !done {
			ctx.Variables[root] = cty.ObjectVal(fields)
		}
	}
	return ctx
}

// define puts the value of what a traversal mentions into the object of the traversal's root. What is not declared is
// unknown.
func (s *Scope) define(fields map[string]cty.Value, t hcl.Traversal) {
	name, ok := configs.Step(t, 1)
	if !ok {
		return
	}
	m := s.module
	switch root := t.RootName(); root {
	case "var", "local", "each", "count", "path", "terraform", "self":
		fields[name] = s.named(root, name)
	case "module":
		m.moduleValue(fields, name, t)
	case "data", "ephemeral":
		resource, ok := configs.Step(t, 2)
		if !ok {
			return
		}
		ofType := map[string]cty.Value{}
		if existing, ok := fields[name]; ok {
			ofType = existing.AsValueMap()
		}
		ofType[resource] = m.resourceRead(t.RootName()+"."+name+"."+resource, t[3:])
		fields[name] = cty.ObjectVal(ofType)
	default:
		fields[name] = m.resourceRead(t.RootName()+"."+name, t[2:])
	}
}

// named returns the value of a name of one of the roots that are no resources and no modules.
func (s *Scope) named(root, name string) cty.Value {
	m := s.module
	switch root {
	case "var":
		return m.variable(name)
	case "local":
		return m.local(name)
	case "each":
		if s.each != nil && name == "key" && s.each.key != cty.NilVal {
			return s.each.key
		}
		if s.each != nil && name == "value" && s.each.value != cty.NilVal {
			return s.each.value
		}
	case "count":
		if s.each != nil && s.each.count != cty.NilVal {
			return s.each.count
		}
		return unknownOf(cty.Number)
	case "path":
		return m.path(name)
	case "terraform":
		if name == "workspace" && m.root.options.Workspace != "" {
			return cty.StringVal(m.root.options.Workspace)
		}
		return unknownOf(cty.String)
	}
	return configs.Undecided
}
