package terraform

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/meter"
	"github.com/apiglint/apiglint/schema/terraform/syntax"
)

// Argument is an argument as it is written, and its value.
type Argument struct {
	Name string

	scope  *Scope
	block  *Block
	value  memo
	native *syntax.Attribute // what is written in native syntax
	placed *placedExpression // of any other argument
	given  *Given            // nil for an argument that is evaluated
}

// placedExpression is what is written in JSON syntax, or what a given value is made from.
type placedExpression struct {
	nameRange, at hcl.Range
	expr          hclsyntax.Expression
}

// Block is the block that the argument is written in: the one that has it, or one that overrides that.
func (a *Argument) Block() *Block { return a.block }

// Source returns the module whose files the argument is written in, nil for a value that was given and for no argument.
func (a *Argument) Source() *configs.Module {
	if a == nil || a.given != nil || a.block == nil {
		return nil
	}
	return a.scope.module.Module
}

// NameRange is the text of the name.
func (a *Argument) NameRange() hcl.Range {
	if a.native != nil {
		return a.native.NameRange()
	}
	return a.placed.nameRange
}

// Range covers the expression.
func (a *Argument) Range() hcl.Range {
	if a.native != nil {
		return a.native.Range()
	}
	return a.placed.at
}

// Expr is the expression in native form, whatever the syntax of the file. It is nil where a value was
// given and no text is at hand.
func (a *Argument) Expr() hclsyntax.Expression {
	if a.native != nil {
		return a.native.Expr()
	}
	return a.placed.expr
}

// Value evaluates the argument, once. It is not converted to the type that the resource type declares.
func (a *Argument) Value() cty.Value {
	if a.value.state == done {
		return a.value.value // nearly always
	}
	r := a.scope.module.root
	if a.native != nil && !r.meter.Over() {
		if v, ok := a.native.Literal(); ok && r.meter.Problem(v) == "" { // most are, and need no expression
			a.value = memo{state: done, value: meter.Plain(v)}
			return a.value.value
		}
	}
	return r.once(&a.value, a.Range(), a.Name, a.evaluate)
}

func (a *Argument) evaluate() cty.Value {
	var names [maxNames]string
	if reference := a.reference(names[:0]); len(reference) > 0 && !a.scope.module.root.meter.Over() {
		if v, used := a.scope.lookup(reference); used == len(reference) {
			return v
		}
	}
	return a.scope.Eval(a.Expr())
}

// Branches returns the values of the branches of a conditional that the argument is, or leads to by bare references, those of
// conditionals in its branches in their place. There is none where it is something else.
func (a *Argument) Branches() []cty.Value {
	scope, e, ok := a.scope.follow(a.Expr(), nil, 0)
	conditional, is := e.(*hclsyntax.ConditionalExpr)
	if !ok || !is {
		return nil
	}
	var values []cty.Value
	pending := []hclsyntax.Expression{conditional.FalseResult, conditional.TrueResult}
	for len(pending) > 0 {
		e := configs.Unwrap(pending[len(pending)-1])
		pending = pending[:len(pending)-1]
		if inner, ok := e.(*hclsyntax.ConditionalExpr); ok {
			pending = append(pending, inner.FalseResult, inner.TrueResult)
			continue
		}
		values = append(values, scope.Eval(e))
	}
	return values
}

// reference appends the names of the argument where it is written as nothing but a reference that consists of names.
func (a *Argument) reference(names []string) []string {
	if a.native == nil {
		return names
	}
	return a.native.Reference(names)
}

// Element is one element of an argument that is a list.
type Element struct {
	Value cty.Value
	// Range is the element's own text where the list is written out, else that of the whole argument.
	Range hcl.Range
	// Verbatim says that the element is no text around what it is made from. See [Argument.Verbatim].
	Verbatim bool

	own   bool                 // that the list is written out
	expr  hclsyntax.Expression // the list's where it is not written out, nil where the list was given
	scope *Scope
}

// Own reports whether the element is written out itself.
func (e *Element) Own() bool { return e.own }

// Reach follows the element's expression, or that of the list where it is not written out. It is false where nothing is to be
// followed.
func (e *Element) Reach() (Reach, bool) {
	if e.expr == nil || len(e.expr.Variables()) == 0 {
		return Reach{}, false
	}
	return e.scope.reach(e.expr), true
}

// Elements returns the elements of an argument that is a list or a set, and whether they are all there is. Functions
// that only change the kind of the collection are seen through: a set with an unknown element would be unknown whole.
func (a *Argument) Elements() (elements []Element, complete bool) {
	if a.given != nil {
		return a.given.Elements, a.given.Complete
	}
	e := configs.Unwrap(a.Expr())
	for {
		call, ok := e.(*hclsyntax.FunctionCallExpr)
		if !ok || len(call.Args) != 1 || call.ExpandFinal ||
			!slices.Contains([]string{"toset", "tolist", "distinct", "compact", "sort"}, call.Name) {
			break
		}
		e = configs.Unwrap(call.Args[0])
	}
	if tuple, ok := e.(*hclsyntax.TupleConsExpr); ok {
		for _, item := range tuple.Exprs {
			v := a.scope.Eval(item)
			elements = append(elements, Element{
				Value: v, Range: item.Range(), Verbatim: v.IsKnown() || a.scope.verbatim(item), own: true, expr: item, scope: a.scope,
			})
		}
		return elements, true
	}
	v, marks := a.scope.Eval(e).Unmark()
	switch {
	case !v.IsKnown() || (!v.IsNull() && !v.CanIterateElements()):
		return nil, false
	case v.IsNull():
		return nil, true
	}
	for it := v.ElementIterator(); it.Next(); {
		_, element := it.Element()
		elements = append(elements, Element{Value: element.WithMarks(marks), Range: a.Range(), Verbatim: true, expr: e, scope: a.scope})
	}
	return elements, true
}
