package configs

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/funcs"
	"github.com/apiglint/apiglint/schema/terraform/syntax"
)

// UndecidedMark is the cty mark of an unknown value that something outside the configuration decides: an input without a
// value, a key that is not known. What carries it beside an origin may be that origin, and may be something else.
type UndecidedMark struct{}

// Undecided is the value of what nobody knows.
var Undecided = cty.DynamicVal.Mark(UndecidedMark{})

// Native turns an expression of HCL's JSON syntax into the native expression that it stands for, so that everything
// behind it (conditionals, references, functions) is the same in both syntaxes. Native expressions, and JSON values
// that hold no template, come back as an equal expression.
func Native(e hcl.Expression) hclsyntax.Expression {
	if e == nil {
		return nil
	}
	if n, ok := e.(hclsyntax.Expression); ok {
		return n
	}
	if items, diags := hcl.ExprList(e); !diags.HasErrors() {
		tuple := &hclsyntax.TupleConsExpr{SrcRange: e.Range(), OpenRange: e.StartRange()}
		for _, item := range items {
			tuple.Exprs = append(tuple.Exprs, Native(item))
		}
		return tuple
	}
	if pairs, diags := hcl.ExprMap(e); !diags.HasErrors() {
		object := &hclsyntax.ObjectConsExpr{SrcRange: e.Range(), OpenRange: e.StartRange()}
		for _, pair := range pairs {
			object.Items = append(object.Items, hclsyntax.ObjectConsItem{
				KeyExpr: Native(pair.Key), ValueExpr: Native(pair.Value),
			})
		}
		return object
	}
	// Without a context the JSON syntax hands out its strings as they are written, templates unread.
	v, diags := e.Value(nil)
	if diags.HasErrors() {
		return &hclsyntax.LiteralValueExpr{Val: Undecided, SrcRange: e.Range()}
	}
	if v.IsNull() || !v.IsKnown() || v.Type() != cty.String {
		return &hclsyntax.LiteralValueExpr{Val: v, SrcRange: e.Range()}
	}
	return jsonTemplate(v.AsString(), e.Range())
}

// jsonTemplate parses a JSON string as the template it is. Every part takes the whole string as its range: escapes
// make positions inside it uncertain.
func jsonTemplate(text string, at hcl.Range) hclsyntax.Expression {
	if funcs.TooDeep([]byte(text), funcs.Template) != "" {
		return &hclsyntax.LiteralValueExpr{Val: Undecided, SrcRange: at}
	}
	parsed, diags := hclsyntax.ParseTemplate([]byte(text), at.Filename, at.Start)
	if diags.HasErrors() {
		return &hclsyntax.LiteralValueExpr{Val: Undecided, SrcRange: at}
	}
	if template, ok := parsed.(*hclsyntax.TemplateExpr); ok {
		template.SrcRange = at
		if template.IsStringLiteral() {
			v, _ := template.Value(nil)
			return &hclsyntax.LiteralValueExpr{Val: v, SrcRange: at}
		}
		return template
	}
	return &Placed{Expression: parsed, At: at}
}

// Placed is an expression that stands for another text than the one it was parsed from.
type Placed struct {
	hclsyntax.Expression
	At hcl.Range
}

// Inner is the expression that it was parsed into, which is the one to evaluate.
func (p *Placed) Inner() hclsyntax.Expression { return p.Expression }

func (p *Placed) Range() hcl.Range      { return p.At }
func (p *Placed) StartRange() hcl.Range { return p.At }

// Unwrap removes what does not change an expression's value: parentheses, a template that is one interpolation, and a
// JSON string around it.
func Unwrap(e hclsyntax.Expression) hclsyntax.Expression {
	for {
		switch inner := e.(type) {
		case *Placed:
			e = inner.Expression
		case *hclsyntax.ParenthesesExpr:
			e = inner.Expression
		case *hclsyntax.TemplateWrapExpr:
			e = inner.Wrapped
		case *hclsyntax.ObjectConsKeyExpr:
			if inner.ForceNonLiteral {
				e = inner.Wrapped
				continue
			}
			return e
		default:
			return e
		}
	}
}

// LiteralString returns the text of an expression that is a string without interpolation, "" otherwise.
func LiteralString(e hcl.Expression) string {
	v, diags := Native(e).Value(nil)
	if diags.HasErrors() || v.IsNull() || !v.IsKnown() || v.Type() != cty.String {
		return ""
	}
	return v.AsString()
}

// Expressions calls visit for every expression of a body, however deep, of either syntax. Those that are nothing but a
// literal, which most are, may be left out.
func Expressions(body hcl.Body, literals bool, visit func(hclsyntax.Expression)) {
	if b, ok := body.(*syntax.Body); ok {
		for n := range b.Attributes {
			if attr := &b.Attributes[n]; literals || !attr.IsLiteral() {
				visit(attr.Expr())
			}
		}
		for n := range b.Blocks {
			Expressions(&b.Blocks[n].Body, literals, visit)
		}
		return
	}
	// A JSON body does not say which properties are blocks. As attributes, they are all expressions, and one that
	// stands for a block holds those of the block.
	attrs, _ := body.JustAttributes()
	for name, attr := range attrs {
		if name != CommentKey {
			visit(Native(attr.Expr))
		}
	}
}
