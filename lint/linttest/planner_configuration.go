package linttest

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/address"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

func (p *planner) module(m *terraform.ModuleInstance) object {
	resources, calls, outputs := []any{}, object{}, object{}
	for _, res := range m.Module.Resources {
		r := object{"address": res.Address(), "type": res.Type, "name": res.Name, "mode": "managed", "provider_config_key": res.Provider, "expressions": object{}}
		if res.Mode == configs.Data {
			r["mode"] = "data"
		}
		for _, same := range p.root.ModuleInstances() {
			if all := instancesOf(same, m, res); len(all) > 0 {
				r["expressions"] = p.expressions(all[0].Block(), attrsOf(res))
				break
			}
		}
		put(r, "count_expression", res.Count)
		put(r, "for_each_expression", res.ForEach)
		for _, provisioner := range res.Provisioners {
			provisioners, _ := r["provisioners"].([]any)
			r["provisioners"] = append(provisioners, object{"type": provisioner.Type})
		}
		resources = append(resources, r)
	}
	for name, call := range m.Module.Calls {
		p.possible = p.possible && len(call.Providers) == 0
		expressions := object{}
		for arg, attr := range call.Args {
			expressions[arg] = written(attr.Expr)
		}
		c := object{"source": call.Source, "expressions": expressions}
		put(c, "count_expression", call.Count)
		put(c, "for_each_expression", call.ForEach)
		prefix := address.Join(m.Path, "module."+name)
		for _, child := range p.root.ModuleInstances() {
			if child.Path == prefix || strings.HasPrefix(child.Path, prefix+"[") && lastKey.ReplaceAllString(child.Path, "") == prefix {
				c["module"] = p.module(child)
				break
			}
		}
		if c["module"] == nil {
			c["module"] = object{}
		}
		calls[name] = c
	}
	for name, o := range m.Module.Outputs {
		outputs[name] = object{"expression": written(o.Value)}
	}
	return object{"resources": resources, "module_calls": calls, "outputs": outputs}
}

func put(into object, name string, e hcl.Expression) {
	if e != nil {
		into[name] = written(e)
	}
}

// expressions returns the arguments and the blocks of a block as they are written.
func (p *planner) expressions(b *terraform.Block, attrs map[string]*facts.Attr) object {
	all := object{}
	for n := range b.Args {
		if e := b.Args[n].Expr(); e != nil {
			all[b.Args[n].Name] = written(e)
		}
	}
	for _, typeName := range b.BlockTypes() {
		if _, dynamic := b.Dynamic[typeName]; dynamic || attrs[typeName] == nil {
			continue
		}
		var blocks []any
		for _, nested := range b.Blocks(typeName) {
			blocks = append(blocks, p.expressions(nested, attrs[typeName].Attrs))
		}
		all[typeName] = blocks
	}
	return all
}

// written returns an expression as a plan has it: the references in it, or its value.
func written(e hcl.Expression) object {
	native := configs.Native(e)
	if native == nil {
		return object{}
	}
	var references []string
	for _, traversal := range native.Variables() {
		references = append(references, referencesOf(traversal)...)
	}
	if len(references) > 0 {
		return object{"references": references}
	}
	v, diags := native.Value(nil)
	if _, call := native.(*hclsyntax.FunctionCallExpr); call || diags.HasErrors() || !v.IsWhollyKnown() {
		return object{}
	}
	src, err := json.Marshal(jsonOf{v})
	if err != nil {
		return object{}
	}
	return object{"constant_value": json.RawMessage(src)}
}

// referencesOf spells a reference and what it is a part of, the longest first.
func referencesOf(traversal hcl.Traversal) []string {
	var spelt []string
	text := ""
	for _, step := range traversal {
		switch step := step.(type) {
		case hcl.TraverseRoot:
			text = step.Name
		case hcl.TraverseAttr:
			text += "." + step.Name
		case hcl.TraverseIndex:
			key, err := convert.Convert(step.Key, cty.String)
			if err != nil {
				return spelt
			}
			if step.Key.Type() == cty.Number {
				text += "[" + key.AsString() + "]"
			} else {
				text += fmt.Sprintf("[%q]", key.AsString())
			}
		}
		spelt = append(spelt, text)
	}
	least := 2 // steps of the shortest reference: var.a, each.key, huaweicloud_vpc.main
	if traversal.RootName() == "data" {
		least = 3
	}
	spelt = spelt[min(least, len(spelt))-1:]
	slices.Reverse(spelt)
	return spelt
}

// providers returns the provider configurations of the root module.
func (p *planner) providers() object {
	all := object{}
	for _, provider := range p.root.Module.Providers {
		expressions := object{}
		for _, body := range provider.Bodies {
			for _, name := range slices.Sorted(maps.Keys(configs.Attributes(body, "region"))) {
				expressions[name] = written(configs.Attributes(body, "region")[name].Expr)
			}
		}
		all[provider.Name] = object{"name": provider.Name, "expressions": expressions}
	}
	for _, m := range p.root.ModuleInstances() {
		for name, r := range m.Module.Required {
			provider, ok := all[name].(object)
			if !ok {
				provider = object{"name": name}
				all[name] = provider
			}
			provider["full_name"], provider["version_constraint"] = "registry.terraform.io/"+r.Source, r.Version
		}
	}
	return all
}

// instancesOf returns the instances of a resource of a module in one of the module's instances.
func instancesOf(of, m *terraform.ModuleInstance, res *configs.Resource) []*terraform.Instance {
	if of.Module != m.Module {
		return nil
	}
	return of.Instances(res)
}
