package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Encoded returns the value that the argument is the JSON text of, where it is a call of jsonencode or leads to one by bare
// references. A part that is unknown leaves the others known, which it does not in the text.
func (a *Argument) Encoded() (cty.Value, bool) {
	if a.given != nil {
		return cty.NilVal, false // what is given holds, whatever it was made from
	}
	s, e := a.encoded()
	if e == nil {
		return cty.NilVal, false
	}
	return s.Eval(e), true
}

// encoded returns what jsonencode makes the argument of, nil where it does not.
func (a *Argument) encoded() (*Scope, hclsyntax.Expression) {
	if a.Expr() == nil {
		return nil, nil
	}
	s, e, ok := a.scope.follow(a.Expr(), nil, 0)
	call, isCall := e.(*hclsyntax.FunctionCallExpr)
	if !ok || !isCall || !seeThrough(call, "jsonencode") {
		return nil, nil
	}
	return s, call.Args[0]
}

// EncodedText returns where a part of what jsonencode makes the argument of is written, its key and its value. The path are
// the steps to the part, outermost first. It is false where the text is not at hand.
func (a *Argument) EncodedText(path []cty.Value) (key, value hcl.Range, ok bool) {
	_, keyExpr, valueExpr := a.encodedPart(path)
	if valueExpr == nil || strings.HasSuffix(valueExpr.Range().Filename, ".json") {
		return key, value, false // the text of a string has escapes, so that places in it are not exact
	}
	return keyExpr.Range(), valueExpr.Range(), true
}

// EncodedVerbatim reports whether a part of what jsonencode makes the argument of is no text around what it is made from: see
// [Argument.Verbatim].
func (a *Argument) EncodedVerbatim(path []cty.Value) bool {
	s, _, value := a.encodedPart(path)
	return value != nil && s.verbatim(value)
}

// encodedPart returns the key and the value of a part of what jsonencode makes the argument of, nil where they are not at hand.
func (a *Argument) encodedPart(path []cty.Value) (s *Scope, key, value hclsyntax.Expression) {
	s, e := a.encoded()
	if e == nil || len(path) == 0 {
		return nil, nil, nil
	}
	last := len(path) - 1
	s, e, ok := s.follow(e, path[:last], 0)
	if !ok {
		return nil, nil, nil
	}
	switch e := e.(type) {
	case *hclsyntax.ObjectConsExpr:
		for _, item := range e.Items {
			if own, ok := certainKey(s.Eval(item.KeyExpr)); ok && keyText(own) == keyText(path[last]) {
				return s, item.KeyExpr, item.ValueExpr
			}
		}
	case *hclsyntax.TupleConsExpr:
		if item := element(e, path[last]); item != nil {
			return s, item, item
		}
	}
	return nil, nil, nil
}
