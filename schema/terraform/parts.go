package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// maxParts bounds the parts of a text, which can double with every local that it goes through.
const maxParts = 1000

// Parts returns the values of what a text is put together of, in their order, so that the known ones are known although the whole is not.
// The text is an expression in a provisioner or an action of the instance, or what it has at the end of a path of keys.
func (i *Instance) Parts(e hcl.Expression, path ...cty.Value) []cty.Value {
	if e == nil {
		return nil
	}
	left := maxParts
	return i.parts(i.scope, configs.Native(e), path, &left)
}

func (i *Instance) parts(s *Scope, e hclsyntax.Expression, path []cty.Value, left *int) []cty.Value {
	*left--
	s, e, path = s.lead(e, path, 0)
	if e == nil || *left < 0 {
		return []cty.Value{configs.Undecided}
	}
	if t, ok := e.(*hclsyntax.ScopeTraversalExpr); ok && t.Traversal.RootName() == "self" {
		return []cty.Value{stepInto(i.own(t.Traversal), path)}
	}
	v := s.Eval(e)
	if template, ok := e.(*hclsyntax.TemplateExpr); ok && len(path) == 0 && !v.IsKnown() {
		var all []cty.Value
		for _, part := range template.Parts {
			all = append(all, i.parts(s, part, nil, left)...)
		}
		return all
	}
	return []cty.Value{stepInto(v, path)}
}

// own returns the value of an attribute that a provisioner reads of its own resource.
func (i *Instance) own(t hcl.Traversal) cty.Value {
	name, ok := configs.Step(t, 1)
	if !ok {
		return configs.Undecided
	}
	argument := name
	if i.Resource.Type == "terraform_data" && name == "output" {
		argument = "input"
	}
	arg := i.Block().Arg(argument)
	if arg == nil {
		return cty.DynamicVal.Mark(Origin{Instance: i, Attr: name})
	}
	v, diags := t[2:].TraverseRel(arg.Value())
	if diags.HasErrors() {
		return configs.Undecided
	}
	return v
}

func stepInto(v cty.Value, path []cty.Value) cty.Value {
	for _, key := range path {
		var diags hcl.Diagnostics
		if v, diags = hcl.Index(v, key, nil); diags.HasErrors() {
			return configs.Undecided
		}
	}
	return v
}
