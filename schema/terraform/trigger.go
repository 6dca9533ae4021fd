package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// Trigger is a resource that replace_triggered_by names.
type Trigger struct {
	// Resource is nil where what is named is not declared.
	Resource *configs.Resource
	module   *ModuleInstance
}

// Triggers returns what [Questions] has for the instance.
func (i *Instance) Triggers() []Trigger { return i.Module.root.Triggers(i) }

// Triggers implements [Questions].
func (r *loadedRoot) Triggers(i *Instance) []Trigger {
	e, ok := i.Resource.Lifecycle.ReplaceTriggeredBy.(hclsyntax.Expression)
	if !ok {
		return nil
	}
	var triggers []Trigger
	for _, t := range references(e) {
		switch t.RootName() {
		case "each", "count", "self", "path", "terraform":
			continue // a key inside a reference
		}
		trigger := Trigger{module: i.Module}
		if name, ok := step(t, 1); ok {
			trigger.Resource = i.Module.Module.Resource(t.RootName() + "." + name)
		}
		triggers = append(triggers, trigger)
	}
	return triggers
}

// references returns the references of a meta-argument that takes nothing else. In JSON syntax they are strings.
func references(e hclsyntax.Expression) []hcl.Traversal {
	all := e.Variables()
	tuple, ok := e.(*hclsyntax.TupleConsExpr)
	if !ok {
		return all
	}
	for _, item := range tuple.Exprs {
		if text := configs.LiteralString(item); text != "" {
			parsed, diags := hclsyntax.ParseExpression([]byte(text), item.Range().Filename, item.Range().Start)
			if !diags.HasErrors() {
				all = append(all, parsed.Variables()...)
			}
		}
	}
	return all
}

// Mentions reports whether the trigger is the instance's resource, or made from it.
func (t Trigger) Mentions(i *Instance) bool {
	if t.Resource == nil {
		return false
	}
	i = i.Module.root.Loaded(i)
	return (t.module == i.Module && t.Resource == i.Resource) || t.Reach().Mentions(i)
}

// Reach follows everything that the trigger's block is made from.
func (t Trigger) Reach() Reach {
	if t.Resource == nil {
		return Reach{}
	}
	instances := t.module.Instances(t.Resource)
	if len(instances) == 0 {
		return Reach{}
	}
	return instances[0].Reach()
}

// Loaded implements [Questions].
func (r *loadedRoot) Loaded(i *Instance) *Instance { return i }
