package terraform

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

func (m *ModuleInstance) local(name string) cty.Value {
	attr := m.Module.Locals[name]
	if attr == nil {
		return configs.Undecided
	}
	return m.root.once(m.memo(symbol{"local", name}), attr.Range, "local."+name, func() cty.Value {
		return m.Scope().Eval(configs.Native(attr.Expr))
	})
}

func (m *ModuleInstance) output(name string) cty.Value {
	o := m.Module.Outputs[name]
	if o == nil {
		return configs.Undecided
	}
	return m.root.once(m.memo(symbol{"output", name}), o.Range, "output "+name, func() cty.Value {
		v := m.Scope().Eval(configs.Native(o.Value))
		if o.Sensitive {
			v = MarkSensitive(v)
		}
		return v
	})
}

// moduleValue defines module.NAME with the outputs that a traversal needs: the one it names, or all.
func (m *ModuleInstance) moduleValue(fields map[string]cty.Value, name string, t hcl.Traversal) {
	if m.Module.Calls[name] == nil {
		fields[name] = configs.Undecided
		return
	}
	expanded := m.children(name)
	switch before := fields[name]; {
	case expanded.shape.disabled:
		fields[name] = cty.NullVal(cty.DynamicPseudoType)
		return
	case len(expanded.instances) == 0 && expanded.shape.kind == single: // not loaded, or needed for its own expansion
		fields[name] = m.unreadValue(m.Module.Calls[name])
		return
	case expanded.shape.perhaps && (len(t) == 2 || before != cty.NilVal && !before.IsKnown()): // it may be null
		fields[name] = configs.Undecided
		return
	}
	wanted := ""
	at := 2 // the step that names the output
	if expanded.shape.kind != single {
		at = 3
	}
	if output, ok := configs.Step(t, at); ok {
		wanted = output
	}
	before := fields[name]
	fields[name] = expanded.shape.collect(len(expanded.instances), func(i int) cty.Value {
		child := expanded.instances[i]
		outputs := map[string]cty.Value{}
		if before != cty.NilVal {
			outputs = expanded.shape.at(before, i).AsValueMap()
			if outputs == nil {
				outputs = map[string]cty.Value{}
			}
		}
		for _, output := range slices.Sorted(maps.Keys(child.Module.Outputs)) { // in order, so that a limit is met at the same one
			if wanted == "" || wanted == output {
				outputs[output] = child.output(output)
				if expanded.shape.perhaps {
					outputs[output] = perhaps(outputs[output])
				}
			}
		}
		if wanted != "" && child.Module.Outputs[wanted] == nil {
			outputs[wanted] = configs.Undecided
		}
		return cty.ObjectVal(outputs)
	})
}

// collect puts the values of elements together as Terraform does: alone, as a tuple, or as an object by key.
func (sh shape) collect(n int, element func(i int) cty.Value) cty.Value {
	switch sh.kind {
	case single:
		return element(0)
	case counted:
		items := make([]cty.Value, n)
		for i := range items {
			items[i] = element(i)
		}
		return cty.TupleVal(items)
	case keyed:
		items := make(map[string]cty.Value, n)
		for i, key := range sh.keys {
			items[key.AsString()] = element(i)
		}
		return cty.ObjectVal(items)
	case symbolicCount, symbolicKeys:
	}
	return configs.Undecided
}

// at is the reverse of collect for one element.
func (sh shape) at(collected cty.Value, i int) cty.Value {
	switch sh.kind {
	case single:
		return collected
	case counted:
		return collected.Index(cty.NumberIntVal(int64(i)))
	case keyed:
		return collected.GetAttr(sh.keys[i].AsString())
	case symbolicCount, symbolicKeys:
	}
	return cty.EmptyObjectVal
}

func (m *ModuleInstance) path(name string) cty.Value {
	switch name {
	case "root":
		return cty.StringVal(".")
	case "module":
		return cty.StringVal(relative(m.root.Module.Dir, m.Module.Dir))
	}
	return unknownOf(cty.String)
}
