package terraform

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/files"
	"github.com/apiglint/apiglint/schema/terraform/meter"
	"github.com/apiglint/apiglint/schema/terraform/terragrunt"
)

// readInputs reads the variables files of the root module in Terraform's order, and then what the command line gives. Later
// values override earlier ones.
func (r *Root) readInputs(module *configs.Module) map[string]cty.Value {
	inputs := map[string]cty.Value{}
	r.supplied = map[string]hcl.Range{}
	names := r.loader.VariablesFiles(module.Dir)
	if unit := r.options.Unit; unit != nil {
		r.takeInputs(unit.Inputs, inputs)
		if unit.Dir != module.Dir {
			names = slices.Concat(names, r.loader.VariablesFiles(unit.Dir)) // Terragrunt puts them beside the module
		}
	}
	for _, name := range names {
		if info, err := fs.Stat(r.loader.Files(), name); err == nil && info.Mode().IsRegular() {
			r.readVariables(name, inputs)
		}
	}
	for _, input := range r.options.Inputs {
		if input.File != "" {
			r.readVariables(input.File, inputs)
		} else {
			inputs[input.Name] = commandLineValue(module.Variables[input.Name], input.Text)
			delete(r.supplied, input.Name)
		}
	}
	return inputs
}

// takeInputs takes in what a unit of Terragrunt gives. It hands everything over as text, in JSON where it is no string, and a variable
// without a type takes the text.
func (r *Root) takeInputs(given map[string]terragrunt.Input, inputs map[string]cty.Value) {
	for _, name := range slices.Sorted(maps.Keys(given)) {
		input, declared := given[name], r.Module.Variables[name]
		v := input.Value
		if declared != nil && declared.Type == nil {
			if text, err := convert.Convert(v, cty.String); err == nil {
				v = text
			} else {
				v = configs.Undecided
			}
		}
		if r.meter.Problem(v) != "" {
			v = configs.Undecided
		}
		inputs[name], r.supplied[name] = v, input.Range
	}
}

// readVariables reads a variables file into inputs.
func (r *Root) readVariables(name string, inputs map[string]cty.Value) {
	file, diags := files.Read(r.loader.Files(), name).Parse()
	r.Diagnostics = append(r.Diagnostics, onlyErrors(diags)...)
	if file.Body == nil {
		r.opens()
		return
	}
	attrs, _ := file.Body.JustAttributes()
	for _, name := range slices.Sorted(maps.Keys(attrs)) {
		attr := attrs[name]
		v, diags := attr.Expr.Value(nil) // in JSON a text is what it is, as in Terraform
		if diags.HasErrors() || r.meter.Problem(v) != "" {
			v = configs.Undecided
		}
		inputs[attr.Name], r.supplied[attr.Name] = v, attr.Expr.Range()
	}
}

func onlyErrors(diags hcl.Diagnostics) hcl.Diagnostics {
	if diags.HasErrors() {
		return diags
	}
	return nil
}

// commandLineValue reads --var text as Terraform does: as it is for a string, as an expression for any other type.
func commandLineValue(v *configs.Variable, text string) cty.Value {
	if v == nil || v.Type == nil {
		return cty.StringVal(text)
	}
	if ty, _ := typeConstraint(v.Type); ty.IsPrimitiveType() {
		return cty.StringVal(text)
	}
	parsed, diags := hclsyntax.ParseExpression([]byte(text), "--var "+v.Name, hcl.InitialPos)
	if diags.HasErrors() {
		return configs.Undecided
	}
	value, diags := parsed.Value(&hcl.EvalContext{})
	if diags.HasErrors() {
		return configs.Undecided
	}
	return value
}

// variable returns the value of an input variable: what the caller gives, else the default, else an unknown of its
// type.
func (m *ModuleInstance) variable(name string) cty.Value {
	declared := m.Module.Variables[name]
	if declared == nil {
		return configs.Undecided
	}
	return m.root.once(m.memo(symbol{"var", name}), declared.Range, "var."+name, func() cty.Value {
		v := inputValue(declared, m.given(declared), m.root.meter)
		if declared.Sensitive {
			v = MarkSensitive(v)
		}
		return v
	})
}

// given returns the value before conversion. It is cty.NilVal where the caller gives none.
func (m *ModuleInstance) given(v *configs.Variable) cty.Value {
	if m.parent == nil {
		if value, ok := m.root.inputs[v.Name]; ok {
			return value
		}
		if unit := m.root.options.Unit; m.root.called() || unit != nil && !unit.Whole {
			return configs.Undecided
		}
		return cty.NilVal
	}
	if attr, ok := m.call.Args[v.Name]; ok {
		return m.scope.Eval(configs.Native(attr.Expr))
	}
	return cty.NilVal
}

// inputValue converts what the caller gives to the type of the variable, or takes the default.
func inputValue(v *configs.Variable, given cty.Value, m *meter.Meter) cty.Value {
	ty, defaults := cty.DynamicPseudoType, (*typeexpr.Defaults)(nil)
	if v.Type != nil {
		ty, defaults = typeConstraint(v.Type)
	}
	absent := given == cty.NilVal
	if !absent {
		plain, _ := given.Unmark()
		absent = plain.IsNull() && !v.Nullable
	}
	if absent {
		if v.Default == nil {
			return unknownOf(ty.WithoutOptionalAttributesDeep())
		}
		value, diags := configs.Native(v.Default).Value(&hcl.EvalContext{})
		if diags.HasErrors() || m.Problem(value) != "" {
			return unknownOf(ty.WithoutOptionalAttributesDeep())
		}
		given = value
	}
	if defaults != nil {
		given = defaults.Apply(given)
	}
	converted, err := convert.Convert(given, ty)
	if err != nil {
		return unknownOf(ty.WithoutOptionalAttributesDeep())
	}
	return converted
}

// typeConstraint reads the type of a variable. One that cannot be read is any type.
func typeConstraint(e hcl.Expression) (cty.Type, *typeexpr.Defaults) {
	switch hcl.ExprAsKeyword(e) { // collections without an element type, as Terraform 0.11 had them
	case "list":
		return cty.List(cty.DynamicPseudoType), nil
	case "map":
		return cty.Map(cty.DynamicPseudoType), nil
	}
	ty, defaults, diags := typeexpr.TypeConstraintWithDefaults(e)
	if diags.HasErrors() {
		return cty.DynamicPseudoType, nil
	}
	return ty, defaults
}

// relative returns target as seen from base; both are slash paths within the boundary.
func relative(base, target string) string {
	if base == target {
		return "."
	}
	from, to := strings.Split(base, "/"), strings.Split(target, "/")
	if base == "." {
		from = nil
	}
	for len(from) > 0 && len(to) > 0 && from[0] == to[0] {
		from, to = from[1:], to[1:]
	}
	return path.Join(strings.Repeat("../", len(from)), strings.Join(to, "/"))
}

// ParseVar splits NAME=VALUE.
func ParseVar(text string) (name, value string, err error) {
	name, value, ok := strings.Cut(text, "=")
	if !ok || name == "" {
		return "", "", fmt.Errorf("%q is not NAME=VALUE", text)
	}
	return name, value, nil
}
