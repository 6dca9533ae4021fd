package terraform

import (
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// Supply is where an argument that is a mere reference has its value from.
type Supply struct {
	// Reference is what is written: var.host, each.value.host.
	Reference string
	// Text is the value, a string or a number.
	Text   string
	Quoted string // as it is written
	// Range is where it is written: in a variables file, a default, a module call, a local.
	Range hcl.Range
}

// Supply returns where the argument has its value from. It is false where the argument is no mere reference, where the value
// is not known or secret, and where it is not written in a file.
func (a *Argument) Supply() (Supply, bool) {
	if a.given != nil || Sensitive(a.Value()) {
		return Supply{}, false
	}
	text, known := KnownText(a.Value())
	reference, bare := configs.Unwrap(a.Expr()).(*hclsyntax.ScopeTraversalExpr)
	if !known || !bare {
		return Supply{}, false
	}
	s := Supply{Reference: spelling(reference.Traversal), Text: text, Quoted: text}
	if plain, _ := a.Value().Unmark(); plain.Type() == cty.String {
		s.Quoted = strconv.Quote(text)
	}
	scope, end, ok := a.scope.follow(reference, nil, 0)
	if ok {
		_, ok = literalText(end)
		s.Range = end.Range()
	} else if last, is := end.(*hclsyntax.ScopeTraversalExpr); is && last.Traversal.RootName() == "var" && scope.module.parent == nil {
		name, _ := configs.Step(last.Traversal, 1)
		s.Range, ok = scope.module.root.supplied[name]
	}
	return s, ok
}

// spelling returns a reference as it is written.
func spelling(t hcl.Traversal) string {
	var b strings.Builder
	for _, each := range t {
		switch each := each.(type) {
		case hcl.TraverseRoot:
			b.WriteString(each.Name)
		case hcl.TraverseAttr:
			b.WriteString("." + each.Name)
		case hcl.TraverseIndex:
			if each.Key.Type() == cty.String {
				b.WriteString("[" + strconv.Quote(each.Key.AsString()) + "]")
			} else {
				b.WriteString("[" + keyText(each.Key) + "]")
			}
		}
	}
	return b.String()
}
