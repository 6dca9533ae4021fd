package terraform

import (
	"cmp"
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema/terraform/address"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// Workspace is the name of the input that the workspace is.
const Workspace = "terraform.workspace"

// Lack is an input of a root module that has no value.
type Lack struct {
	// Name is var.NAME, or terraform.workspace.
	Name string
	// Range is where it is declared, and where it is first used for the workspace.
	Range hcl.Range
	// Values are the expressions in the blocks of resources that are not known because of it, in the order of the text. Each counts
	// once for every way in which the modules around it are called.
	Values []hcl.Range
}

// maxLacking is how many instances of a resource are asked whether an expression is known.
const maxLacking = 20

// Lacking returns the inputs of the root module that have no value, and that resources are made from which are asked for.
func (r *Root) Lacking(asked func(*configs.Resource) bool) []Lack {
	lacking := r.unset()
	if len(lacking) == 0 {
		return nil
	}
	met := map[string]bool{} // module calls without keys, whose instances have the same text
	for _, m := range r.ModuleInstances() {
		way := address.WithoutKeys(m.Path)
		if met[way] {
			continue
		}
		met[way] = true
		for _, res := range m.Module.Resources {
			if asked(res) {
				m.lacking(res, lacking)
			}
		}
	}
	var all []Lack
	for _, name := range slices.Sorted(maps.Keys(lacking)) {
		lack := lacking[name]
		if len(lack.Values) == 0 {
			continue
		}
		slices.SortFunc(lack.Values, CompareRanges)
		if lack.Range.Filename == "" {
			lack.Range = lack.Values[0]
		}
		all = append(all, *lack)
	}
	slices.SortStableFunc(all, func(a, b Lack) int { return cmp.Compare(len(b.Values), len(a.Values)) })
	return all
}

// unset returns the inputs that have no value, by name.
func (r *Root) unset() map[string]*Lack {
	unset := map[string]*Lack{}
	if r.loader == nil {
		return unset // a plan has values
	}
	for name, declared := range r.Module.Variables {
		if !Unmarked(r.variable(name)).IsWhollyKnown() {
			unset["var."+name] = &Lack{Name: "var." + name, Range: declared.Range}
		}
	}
	if r.options.Workspace == "" && (*loadedRoot)(r).mention([]string{"workspace"}) {
		unset[Workspace] = &Lack{Name: Workspace}
	}
	return unset
}

// lacking adds the expressions of a resource that are not known because of an input.
func (m *ModuleInstance) lacking(res *configs.Resource, lacking map[string]*Lack) {
	instances := m.Instances(res)
	if len(instances) == 0 {
		return
	}
	instances = instances[:min(maxLacking, len(instances))]
	instances[0].Expressions(func(e hclsyntax.Expression) {
		if !slices.ContainsFunc(e.Variables(), func(t hcl.Traversal) bool { return slices.Contains(noResources, t.RootName()) }) {
			return // most are mere references to resources
		}
		var of []*Lack
		reach := instances[0].scope.reach(e)
		for n := range reach.nodes {
			if lack := lacking[n.address]; lack != nil && n.module == "" {
				of = append(of, lack)
			}
		}
		if lack := lacking[Workspace]; lack != nil && reach.workspace {
			of = append(of, lack)
		}
		unknown := func(i *Instance) bool { return !Unmarked(i.scope.Eval(e)).IsWhollyKnown() }
		if len(of) == 0 || !slices.ContainsFunc(instances, unknown) {
			return
		}
		for _, lack := range of {
			lack.Values = append(lack.Values, e.Range())
		}
	})
}
