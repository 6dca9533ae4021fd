package terraform

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// Triggers returns what [Questions] has for the instance.
func (i *Instance) Triggers() []Reading { return i.Module.root.Triggers(i) }

// Triggers implements [Questions].
func (r *loadedRoot) Triggers(i *Instance) []Reading {
	e, ok := i.Resource.Lifecycle.ReplaceTriggeredBy.(hclsyntax.Expression)
	if !ok {
		return nil
	}
	w := newWalker()
	for _, e := range references(e) {
		w.follow(i.scope, e, nil)
	}
	return w.reach.Readings()
}

// references returns the items of a meta-argument that takes a list of references. In JSON syntax they are strings.
func references(e hclsyntax.Expression) []hclsyntax.Expression {
	tuple, ok := e.(*hclsyntax.TupleConsExpr)
	if !ok {
		return []hclsyntax.Expression{e}
	}
	var all []hclsyntax.Expression
	for _, item := range tuple.Exprs {
		if text := configs.LiteralString(item); text != "" {
			if parsed, diags := hclsyntax.ParseExpression([]byte(text), item.Range().Filename, item.Range().Start); !diags.HasErrors() {
				item = parsed
			}
		}
		all = append(all, item)
	}
	return all
}

// Loaded implements [Questions].
func (r *loadedRoot) Loaded(i *Instance) *Instance { return i }
