package terraform

import (
	"encoding/json"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/gocty"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// resourceValue returns what a reference to a resource evaluates to: one object, a tuple of them, or an object of them
// by key.
func (m *ModuleInstance) resourceValue(address string) cty.Value {
	res, expanded := m.elements(address)
	if expanded == nil {
		return configs.Undecided
	}
	return m.root.once(&expanded.value, res.Header, address, func() cty.Value {
		switch k := expanded.shape.kind; {
		case expanded.shape.disabled:
			return cty.NullVal(cty.DynamicPseudoType)
		case k == symbolicCount, k == symbolicKeys, expanded.shape.perhaps:
			return cty.DynamicVal.Mark(Origin{Instance: expanded.instances[0]})
		}
		return expanded.shape.collect(len(expanded.instances), func(i int) cty.Value {
			return expanded.instances[i].value()
		})
	})
}

// resourceRead returns the value of a resource for a reference whose steps after its address are rest. Terraform refuses to
// read an attribute of a resource with count or for_each without the key of an instance: nothing is known of what that reads.
func (m *ModuleInstance) resourceRead(address string, rest hcl.Traversal) cty.Value {
	if len(rest) > 0 {
		if _, attr := rest[0].(hcl.TraverseAttr); attr {
			if _, expanded := m.elements(address); expanded != nil && expanded.shape.kind != single {
				return configs.Undecided
			}
		}
	}
	return m.resourceValue(address)
}

// resourceAttr returns an attribute of a resource that is one object, without making the whole of it. It is cty.NilVal
// for any other one.
func (m *ModuleInstance) resourceAttr(address, name string) cty.Value {
	res, expanded := m.elements(address)
	if expanded == nil {
		return configs.Undecided
	}
	if expanded.shape.kind != single || expanded.shape.disabled || expanded.value.state != untouched {
		return cty.NilVal
	}
	i := expanded.instances[0]
	attrs := i.attrs()
	if attrs == nil {
		return cty.NilVal
	}
	attr := attrs[name]
	if attr == nil {
		return configs.Undecided
	}
	kept := i.values[name]
	if kept == nil {
		if i.values == nil {
			i.values = map[string]*memo{}
		}
		kept = &memo{}
		i.values[name] = kept
	}
	return m.root.once(kept, res.Header, address, func() cty.Value {
		v := i.attrValue(i.Block(), attr)
		if expanded.shape.perhaps {
			v = perhaps(v)
		}
		return v
	})
}

// elements returns a resource with its instances, nil where there is none or where they are needed to expand it.
func (m *ModuleInstance) elements(address string) (*configs.Resource, *expandedResource) {
	res := m.Module.Resource(address)
	if res == nil {
		return nil, nil
	}
	expanded := m.resources[address]
	if expanded == nil {
		// Expanding asks for count and for_each, which may lead back here before there is a shape.
		m.root.once(m.memo(symbol{"count", address}), res.Header, "the count or for_each of "+address, func() cty.Value {
			m.expandResource(res)
			return cty.True
		})
		expanded = m.resources[address]
	}
	if expanded == nil || (expanded.shape.kind == single && len(expanded.instances) == 0 && !expanded.shape.disabled) {
		return res, nil
	}
	return res, expanded
}

// perhaps returns what a value is where what has it may not exist: not known, and from where it would be.
func perhaps(v cty.Value) cty.Value {
	if v.Type().IsPrimitiveType() {
		_, marks := v.Unmark()
		return cty.UnknownVal(v.Type()).WithMarks(marks)
	}
	_, marks := v.UnmarkDeep()
	return cty.DynamicVal.WithMarks(marks)
}

// value is the object that the instance evaluates to: what is written, and unknowns with their origin for what the
// provider computes.
func (i *Instance) value() cty.Value {
	attrs := i.attrs()
	if attrs == nil {
		// Another provider's resource: anything it has is unknown, and computed as far as we know.
		return cty.DynamicVal.Mark(Origin{Instance: i})
	}
	block := i.Block()
	values := make(map[string]cty.Value, len(attrs))
	// What is written takes its turn by name, so that a circle or a limit is met at the same place in every run.
	for n := range block.Args {
		if attr := attrs[block.Args[n].Name]; attr != nil {
			values[attr.Name] = i.attrValue(block, attr)
		}
	}
	for _, name := range block.BlockTypes() {
		if attr := attrs[name]; attr != nil {
			values[name] = i.attrValue(block, attr)
		}
	}
	for name, attr := range attrs {
		if _, done := values[name]; !done {
			values[name] = i.attrValue(block, attr)
		}
	}
	return cty.ObjectVal(values)
}

func (i *Instance) attrValue(block *Block, attr *facts.Attr) cty.Value {
	computed := func() cty.Value {
		v := cty.UnknownVal(attr.ImpliedType())
		if !attr.Block && attr.Name == "id" {
			v = v.RefineNotNull()
		}
		v = v.Mark(Origin{Instance: i, Attr: attr.Name})
		if attr.Sensitive {
			v = MarkSensitive(v)
		}
		return v
	}
	if attr.Block && attr.Configurable() {
		return blockValue(block, attr, computed)
	}
	arg := block.Arg(attr.Name)
	if arg == nil || !attr.Configurable() {
		if attr.Computed || i.Resource.Mode == configs.Data {
			return computed()
		}
		return defaultValue(attr)
	}
	return argumentValue(arg, attr, computed)
}

// argumentValue returns the value of an argument as the provider takes it.
func argumentValue(arg *Argument, attr *facts.Attr, computed func() cty.Value) cty.Value {
	converted, err := convert.Convert(arg.Value(), attr.ImpliedType())
	if err != nil {
		converted = unknownOf(attr.ImpliedType())
	}
	plain, marks := converted.Unmark()
	switch {
	case !plain.IsKnown():
	case plain.IsNull():
		if attr.Computed {
			return computed()
		}
		return defaultValue(attr)
	case attr.Computed && isZero(plain):
		return computed() // the provider cannot tell it from nothing
	case plain.Type().IsMapType():
		converted = withoutNulls(plain).WithMarks(marks)
	}
	if attr.Sensitive {
		converted = MarkSensitive(converted)
	}
	return converted
}

// isZero reports whether a known value is an empty string or collection.
func isZero(v cty.Value) bool {
	if v.Type().IsCollectionType() {
		return v.LengthInt() == 0
	}
	return v.Type() == cty.String && v.AsString() == ""
}

// withoutNulls leaves the null elements of a map out, as providers do.
func withoutNulls(m cty.Value) cty.Value {
	elements := m.AsValueMap()
	for name, v := range elements {
		if v.IsNull() {
			delete(elements, name)
		}
	}
	if len(elements) == 0 {
		return cty.MapValEmpty(m.Type().ElementType())
	}
	return cty.MapVal(elements)
}

// blockValue returns nested blocks as a tuple of objects, which reads like the list or set that it is.
func blockValue(block *Block, attr *facts.Attr, computed func() cty.Value) cty.Value {
	blocks := block.Blocks(attr.Name)
	if _, open := block.Open[attr.Name]; open || attr.NestedOmitted {
		return configs.Undecided
	}
	if len(blocks) == 0 && attr.Computed {
		return computed()
	}
	items := make([]cty.Value, len(blocks))
	for n, nested := range blocks {
		values := make(map[string]cty.Value, len(attr.Attrs))
		for n := range nested.Args {
			if inner := attr.Attrs[nested.Args[n].Name]; inner != nil {
				values[inner.Name] = nestedValue(nested, inner)
			}
		}
		for name, inner := range attr.Attrs {
			if _, done := values[name]; !done {
				values[name] = nestedValue(nested, inner)
			}
		}
		items[n] = cty.ObjectVal(values)
	}
	return cty.TupleVal(items)
}

func nestedValue(block *Block, attr *facts.Attr) cty.Value {
	unknown := func() cty.Value { return unknownOf(attr.ImpliedType()) }
	if attr.Block {
		return blockValue(block, attr, unknown)
	}
	arg := block.Arg(attr.Name)
	if arg == nil {
		if attr.Computed {
			return unknown()
		}
		return defaultValue(attr)
	}
	return argumentValue(arg, attr, unknown)
}

// defaultValue returns the default that the provider's schema gives, or null.
func defaultValue(attr *facts.Attr) cty.Value {
	ty := attr.ImpliedType()
	if attr.Default == nil {
		return cty.NullVal(ty)
	}
	var v cty.Value
	var err error
	switch d := attr.Default.(type) {
	case string:
		v = cty.StringVal(d)
	case bool:
		v = cty.BoolVal(d)
	case float64:
		v = cty.NumberFloatVal(d)
	case json.Number:
		v, err = cty.ParseNumberVal(d.String())
	default:
		v, err = gocty.ToCtyValue(d, ty)
	}
	if err != nil {
		return cty.NullVal(ty)
	}
	return mustConvert(v, ty)
}
