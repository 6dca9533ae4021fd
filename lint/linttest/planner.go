package linttest

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/plan"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

type object = map[string]any

// Plan returns the plan that Terraform makes of the source where nothing exists, and the root module with the inputs of the
// plan. It is false where Terraform makes none: a module is missing, or how many instances there are is not known. Inputs
// without a default are unknown, as what Terraform decides at apply is. The plan says what Terraform's does, and no more: references without what
// is between them, no locals, no lifecycle blocks, no dynamic blocks.
func (s Source) Plan(t testing.TB) (*plan.Plan, *terraform.Root, bool) {
	t.Helper()
	return s.planned(t, false)
}

// Applied returns the plan of a source that exists as it is, and that is changed in nothing.
func (s Source) Applied(t testing.TB) (*plan.Plan, *terraform.Root, bool) {
	t.Helper()
	return s.planned(t, true)
}

func (s Source) planned(t testing.TB, applied bool) (*plan.Plan, *terraform.Root, bool) {
	t.Helper()
	root := s.root(t)
	p := planner{root: root, possible: !s.changes(), applied: applied}
	inputs := defaults(root)
	root.SetInputs(inputs)
	variables := object{}
	for name, value := range inputs {
		variables[name] = object{"value": p.plain(value)}
	}
	var changes, read []object
	for _, m := range root.ModuleInstances() {
		p.possible = p.possible && len(m.Module.Forgotten) == 0 // they are about what exists
		var known []object
		for _, res := range m.Module.Resources {
			for _, i := range m.Instances(res) {
				if applied && res.Mode == configs.Data {
					known = append(known, p.read(i))
				} else {
					changes = append(changes, p.change(m, i))
				}
			}
		}
		read = append(read, object{"address": m.Path, "resources": known})
	}
	document := object{
		"format_version": "1.2", "resource_changes": changes, "variables": variables,
		"prior_state":   object{"values": object{"root_module": object{"child_modules": read}}},
		"configuration": object{"provider_config": p.providers(), "root_module": p.module(root.ModuleInstance)},
	}
	if !p.possible {
		return nil, nil, false
	}
	src, err := json.Marshal(document)
	if err != nil {
		t.Fatal(err)
	}
	fresh, err := plan.Read(src)
	if err != nil {
		t.Fatal(err)
	}
	return fresh, root, true
}

// defaults returns the defaults of a root module's inputs.
func defaults(root *terraform.Root) map[string]cty.Value {
	inputs := map[string]cty.Value{}
	for name, v := range root.Module.Variables {
		if v.Default != nil {
			inputs[name], _ = v.Default.Value(nil)
		}
	}
	return inputs
}

// Defaults returns the defaults of the root module's inputs, as a plan has their values.
func (s Source) Defaults(t testing.TB) map[string]any {
	t.Helper()
	p, variables := planner{}, object{}
	for name, value := range defaults(s.root(t)) {
		variables[name] = object{"value": p.plain(value)}
	}
	return variables
}

// planner makes a plan of a root module.
type planner struct {
	root     *terraform.Root
	possible bool // whether Terraform makes one, as far as has been seen
	applied  bool // whether everything exists
}

// identified returns what plans and states say of an instance first.
func (p *planner) identified(i *terraform.Instance) object {
	res := i.Resource
	p.possible = p.possible && !i.Symbolic && !strings.Contains(i.Address, "[*]")
	o := object{"address": i.Address, "mode": "managed", "type": res.Type, "name": res.Name}
	if res.Mode == configs.Data {
		o["mode"] = "data"
	}
	if key := lastKey.FindString(i.Address); key != "" {
		o["index"] = json.RawMessage(key[1 : len(key)-1])
	}
	return o
}

// read returns a data source as the state has it: where everything exists it is read before the plan is made.
func (p *planner) read(i *terraform.Instance) object {
	o := p.identified(i)
	values, unknown, sensitive := p.block(i.Block(), attrsOf(i.Resource))
	unknown["id"] = true
	p.settle(i, values, unknown)
	o["values"], o["sensitive_values"] = values, sensitive
	return o
}

// change returns the creation of an instance, or that a data source is read.
func (p *planner) change(m *terraform.ModuleInstance, i *terraform.Instance) object {
	res := i.Resource
	c := p.identified(i)
	c["module_address"] = m.Path
	action := "create"
	if res.Mode == configs.Data {
		action = "read"
	}
	after, unknown, sensitive := p.block(i.Block(), attrsOf(res))
	unknown["id"] = true
	if p.applied {
		p.settle(i, after, unknown)
		old := maps.Clone(after)
		old["law_read"] = true // so that the values are not the same to the byte
		c["change"] = object{"actions": []string{"update"}, "before": old, "after": after, "after_unknown": object{}, "before_sensitive": sensitive, "after_sensitive": sensitive}
		return c
	}
	c["change"] = object{"actions": []string{action}, "before": nil, "after": after, "after_unknown": unknown, "after_sensitive": sensitive}
	return c
}

// settle gives what was decided at apply a value: of what refers to one attribute of an object, that attribute.
func (p *planner) settle(i *terraform.Instance, after, unknown object) {
	for name, what := range unknown {
		if what != true {
			continue
		}
		after[name] = nil
		if arg := i.Block().Arg(name); arg != nil {
			if origins := terraform.Origins(arg.Value()); len(origins) == 1 {
				after[name] = made(origins[0])
			}
		}
		if slices.Contains([]string{"id", "publish_id", "domain_id", "urn"}, name) {
			after[name] = made(terraform.Origin{Instance: i, Attr: name})
		}
	}
}

// made returns what an attribute of an object is once that exists.
func made(o terraform.Origin) string { return "made-" + o.Instance.Address + "-" + o.Attr }

func attrsOf(res *configs.Resource) map[string]*facts.Attr {
	ty := facts.Resource(res.Type)
	if res.Mode == configs.Data {
		ty = facts.Data(res.Type)
	}
	if ty == nil {
		return nil
	}
	return ty.Attrs
}

// block returns what a block will hold, what of it is decided at apply, and what is sensitive.
func (p *planner) block(b *terraform.Block, attrs map[string]*facts.Attr) (after, unknown, sensitive object) {
	after, unknown, sensitive = object{}, object{}, object{}
	for name, attr := range attrs {
		arg := b.Arg(name)
		_, open := b.Open[name]
		blocks := b.Blocks(name)
		switch {
		case attr.Block && attr.Attrs != nil:
			if open || len(blocks) == 0 && attr.Computed {
				unknown[name] = true
				continue
			}
			items, unknowns, secrets := []any{}, []any{}, []any{}
			for _, nested := range blocks {
				item, u, secret := p.block(nested, attr.Attrs)
				items, unknowns, secrets = append(items, item), append(unknowns, u), append(secrets, secret)
			}
			after[name], unknown[name], sensitive[name] = items, unknowns, secrets
		case arg != nil:
			if terraform.Sensitive(arg.Value()) {
				sensitive[name] = true
			}
			if v, decided := p.value(arg.Value(), attr); decided {
				after[name] = v
			} else {
				unknown[name] = true
			}
			if after[name] == nil && unknown[name] == nil {
				p.omitted(attr, after, unknown) // null is nothing
			}
		default:
			p.omitted(attr, after, unknown)
		}
	}
	return after, unknown, sensitive
}

// omitted plans an argument that is not written.
func (p *planner) omitted(attr *facts.Attr, after, unknown object) {
	switch {
	case attr.Computed:
		unknown[attr.Name] = true
	default:
		after[attr.Name] = attr.Default
	}
}

// value returns a value as JSON, of the type that the provider has. It is false for one that is not wholly known.
func (p *planner) value(v cty.Value, attr *facts.Attr) (any, bool) {
	v, _ = v.UnmarkDeep()
	if !v.IsWhollyKnown() {
		return nil, false
	}
	if v.IsNull() {
		return nil, true
	}
	scalar := map[facts.Kind]cty.Type{facts.String: cty.String, facts.Int: cty.Number, facts.Float: cty.Number, facts.Bool: cty.Bool}
	if ty, ok := scalar[attr.Type]; ok {
		converted, err := convert.Convert(v, ty)
		p.possible = p.possible && err == nil
		v = converted
	} else if attr.Elem != nil && v.CanIterateElements() {
		items, fields := []any{}, object{}
		for it := v.ElementIterator(); it.Next(); {
			key, element := it.Element()
			item, _ := p.value(element, attr.Elem)
			items = append(items, item)
			if attr.Type == facts.Map && key.Type() == cty.String {
				fields[key.AsString()] = item
			}
		}
		if attr.Type == facts.Map {
			return fields, true
		}
		return items, true
	}
	return p.plain(v), true
}

// plain returns a known value as JSON.
func (p *planner) plain(v cty.Value) any {
	v, _ = v.UnmarkDeep()
	src, err := json.Marshal(jsonOf{v})
	p.possible = p.possible && err == nil
	return json.RawMessage(src)
}
