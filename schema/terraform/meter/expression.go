package meter

import (
	"regexp/syntax"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Expression returns an expression of the same value that spends what its evaluation takes. An expression of a type of
// one's own has a method Inner for the expression that it stands for.
func (m *Meter) Expression(e hclsyntax.Expression) hclsyntax.Expression {
	if m == nil {
		return e
	}
	r := rewriter{m}
	return r.counted(e)
}

// rewriter copies expressions with metered ones in the places that take time. What it does not copy stays.
type rewriter struct{ meter *Meter }

func (r rewriter) rewrite(e hclsyntax.Expression) hclsyntax.Expression {
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		if plain := Plain(e.Val); !plain.IsKnown() && e.Val.IsKnown() {
			return &hclsyntax.LiteralValueExpr{Val: plain, SrcRange: e.SrcRange}
		}
	case *hclsyntax.TemplateJoinExpr:
		return r.join(e)
	case *hclsyntax.ObjectConsExpr:
		return r.object(e)
	case *hclsyntax.BinaryOpExpr:
		own := *e
		own.LHS, own.RHS = r.sized(r.rewrite(e.LHS), compared), r.sized(r.rewrite(e.RHS), compared)
		return r.sized(&own, 1)
	case *hclsyntax.ConditionalExpr:
		return r.conditional(e)
	case *hclsyntax.ForExpr:
		return r.loop(e)
	case *hclsyntax.SplatExpr:
		own := *e
		own.Source, own.Each = r.rewrite(e.Source), r.counted(e.Each)
		return &own
	case *hclsyntax.FunctionCallExpr:
		return r.call(e)
	case interface{ Inner() hclsyntax.Expression }:
		return r.rewrite(e.Inner())
	}
	return r.holder(e)
}

// holder copies an expression that takes no more time than those that it holds.
func (r rewriter) holder(e hclsyntax.Expression) hclsyntax.Expression {
	switch e := e.(type) {
	case *hclsyntax.ParenthesesExpr:
		own := *e
		own.Expression = r.rewrite(e.Expression)
		return &own
	case *hclsyntax.TemplateWrapExpr:
		own := *e
		own.Wrapped = r.rewrite(e.Wrapped)
		return &own
	case *hclsyntax.TemplateExpr:
		own := *e
		own.Parts = r.all(e.Parts)
		if len(own.Parts) > 1 {
			r.sizeAll(own.Parts)
		}
		return &own
	case *hclsyntax.RelativeTraversalExpr:
		own := *e
		own.Source = r.rewrite(e.Source)
		return &own
	case *hclsyntax.IndexExpr:
		own := *e
		own.Collection, own.Key = r.rewrite(e.Collection), r.rewrite(e.Key)
		return &own
	case *hclsyntax.TupleConsExpr:
		own := *e
		own.Exprs = r.all(e.Exprs)
		return &own
	case *hclsyntax.ObjectConsKeyExpr:
		own := *e
		own.Wrapped = r.rewrite(e.Wrapped)
		return &own
	case *hclsyntax.UnaryOpExpr:
		own := *e
		own.Val = r.rewrite(e.Val)
		return &own
	}
	return e
}

// join rewrites a template's loop, whose elements become one text.
func (r rewriter) join(e *hclsyntax.TemplateJoinExpr) hclsyntax.Expression {
	own := *e
	tuple := r.rewrite(e.Tuple)
	if loop, ok := tuple.(*hclsyntax.ForExpr); ok {
		loop.ValExpr = r.sized(&counted{Expression: loop.ValExpr, meter: r.meter, steps: joined}, 1)
	}
	own.Tuple = r.sized(tuple, 1)
	return &own
}

func (r rewriter) object(e *hclsyntax.ObjectConsExpr) hclsyntax.Expression {
	own := *e
	own.Items = make([]hclsyntax.ObjectConsItem, len(e.Items))
	for i, item := range e.Items {
		own.Items[i] = hclsyntax.ObjectConsItem{KeyExpr: r.rewrite(item.KeyExpr), ValueExpr: r.rewrite(item.ValueExpr)}
	}
	return &own
}

// loop rewrites a for expression, whose keys take more than its values: they are sorted, and grouped.
func (r rewriter) loop(e *hclsyntax.ForExpr) hclsyntax.Expression {
	own := *e
	own.CollExpr = r.rewrite(e.CollExpr)
	own.ValExpr = r.counted(e.ValExpr)
	if e.KeyExpr != nil {
		key := r.counted(e.KeyExpr)
		key.steps += keyed
		if e.Group {
			key.steps += 2 * keyed
		}
		own.KeyExpr = key
	}
	if e.CondExpr != nil {
		own.CondExpr = r.counted(e.CondExpr)
	}
	return &own
}

func (r rewriter) all(es []hclsyntax.Expression) []hclsyntax.Expression {
	own := make([]hclsyntax.Expression, len(es))
	for i, e := range es {
		own[i] = r.rewrite(e)
	}
	return own
}

func (r rewriter) sizeAll(es []hclsyntax.Expression) {
	for i, e := range es {
		es[i] = r.sized(&counted{Expression: e, meter: r.meter, steps: joined}, 1)
	}
}

// sized is an expression whose value is looked at as a whole.
func (r rewriter) sized(e hclsyntax.Expression, steps int) *sized {
	return &sized{Expression: e, meter: r.meter, steps: steps}
}

type sized struct {
	hclsyntax.Expression
	meter *Meter
	steps int // for each part of the value
}

// Value evaluates the expression, and spends what it takes to do something with the result.
func (s *sized) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	v, diags := s.Expression.Value(ctx)
	s.meter.read(v, s.steps)
	return Plain(v), diags
}

// counted is the expression that a loop evaluates for each element.
func (r rewriter) counted(e hclsyntax.Expression) *counted {
	nodes := 0
	_ = hclsyntax.VisitAll(e, func(hclsyntax.Node) hcl.Diagnostics {
		nodes++
		return nil
	})
	return &counted{Expression: r.rewrite(e), meter: r.meter, steps: node * nodes}
}

type counted struct {
	hclsyntax.Expression
	meter *Meter
	steps int
}

// Value spends what the expression takes, and evaluates it.
func (c *counted) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	c.meter.Spend(c.steps)
	return c.Expression.Value(ctx)
}

// lazy are the functions that get their arguments as expressions, and look at them.
var lazy = map[string]bool{"try": true, "can": true, "templatestring": true}

// call makes a call spend what its arguments and its result take, and before that, what the function takes by itself.
func (r rewriter) call(e *hclsyntax.FunctionCallExpr) hclsyntax.Expression {
	own := *e
	own.Args = r.all(e.Args)
	if name := plainName(e.Name); !lazy[name] && len(own.Args) > 0 {
		c := &call{args: make([]cty.Value, len(own.Args)), cost: costs[name], meter: r.meter}
		for i, arg := range own.Args {
			own.Args[i] = &argument{Expression: arg, call: c, index: i}
		}
	}
	steps := invoked
	if lazy[plainName(e.Name)] {
		steps *= 1 + len(own.Args) // each that fails makes a message that nobody reads
	}
	return r.sized(&counted{Expression: &own, meter: r.meter, steps: steps}, called)
}

// plainName is a function's name without the namespace of the language.
func plainName(name string) string {
	const core = "core::"
	if len(name) > len(core) && name[:len(core)] == core {
		return name[len(core):]
	}
	return name
}

// call is a call that is evaluated. HCL evaluates the arguments in their order and then calls the function: whatever the
// last argument spends is spent before the call.
type call struct {
	args  []cty.Value
	cost  func(args []cty.Value) int
	meter *Meter
}

type argument struct {
	hclsyntax.Expression
	call  *call
	index int
}

// Value evaluates the argument and spends what it takes. The last one spends what the call will take.
func (a *argument) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	v, diags := a.Expression.Value(ctx)
	c := a.call
	c.meter.read(v, called)
	c.args[a.index] = v
	if a.index == len(c.args)-1 && c.cost != nil {
		c.meter.Spend(c.cost(c.args))
	}
	return v, diags
}

// costs are the steps that functions take which do more than look at their arguments and their result.
var costs = map[string]func(args []cty.Value) int{
	"regex":      func(args []cty.Value) int { return matching(args, 0, 1) },
	"regexall":   func(args []cty.Value) int { return matching(args, 0, 1) },
	"replace":    func(args []cty.Value) int { return matching(args, 1, 0) },
	"bcrypt":     func([]cty.Value) int { return 1 << 10 },
	"fileset":    func([]cty.Value) int { return 1 << 10 },
	"formatdate": func([]cty.Value) int { return 1 << 8 },

	// Those that take every part apart and put it together again.
	"flatten": rebuilding, "jsonencode": rebuilding, "yamlencode": rebuilding,

	// Those that read a language.
	"csvdecode":  func(args []cty.Value) int { return 1<<8 + 8*len(plainText(args, 0)) },
	"jsondecode": func(args []cty.Value) int { return 1<<8 + 12*len(plainText(args, 0)) },
	"yamldecode": func(args []cty.Value) int { return 1<<10 + 12*len(plainText(args, 0)) },

	// Those that make a list or a set of a tuple compare the type of each element with that of all others.
	"chunklist": unifying, "distinct": unifying, "matchkeys": unifying, "setintersection": unifying, "setproduct": unifying,
	"setsubtract": unifying, "setunion": unifying, "sort": unifying, "tolist": unifying, "tomap": unifying, "toset": unifying,
}

// rebuilding returns what it takes for each part beyond what any function does.
func rebuilding(args []cty.Value) int {
	steps := 0
	for _, arg := range args {
		steps += 2 * called * size(arg, ofEvaluation/(2*called))
	}
	return steps
}

// unifying returns what it takes to find the one type of the elements of tuples and objects.
func unifying(args []cty.Value) int {
	const (
		perPair = 16 // pairs of types that are compared in a step
		each    = 64 // steps for converting an element
	)
	steps := 0
	for _, arg := range args {
		switch ty := arg.Type(); {
		case ty.IsTupleType():
			steps += pairs(ty.TupleElementTypes())/perPair + each*ty.Length()
		case ty.IsObjectType():
			n := len(ty.AttributeTypes())
			steps += n*n/perPair + each*n
		}
	}
	return steps
}

// pairs returns how many types are compared, those in the elements among them.
func pairs(types []cty.Type) int {
	n := len(types) * len(types)
	if len(types) > 0 && types[0].IsTupleType() {
		inner := types[0].Length()
		n += inner * n
	}
	return n
}

// matching returns what a regular expression takes on a text: time and the memory that it needs grow with the product of
// both.
func matching(args []cty.Value, pattern, subject int) int {
	p, t := plainText(args, pattern), plainText(args, subject)
	if p == "" {
		return 0
	}
	const perText = 16 // bytes of the text that an instruction passes in a step
	if len(p) > 1<<12 {
		return ofEvaluation
	}
	parsed, err := syntax.Parse(p, syntax.Perl)
	if err != nil {
		return len(p)
	}
	program, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		return len(p)
	}
	return len(program.Inst) * (6*node + len(t)/perText)
}

func plainText(args []cty.Value, i int) string {
	if i >= len(args) {
		return ""
	}
	v, _ := args[i].Unmark()
	if v.Type() != cty.String || !v.IsKnown() || v.IsNull() {
		return ""
	}
	return v.AsString()
}
