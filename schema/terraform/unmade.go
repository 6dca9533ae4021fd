package terraform

import (
	"maps"
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/address"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// Unmade returns an instance for each resource and data source of which there certainly is none, because of its own count or for_each or that
// of a module call around it. Terraform holds what is written there to the provider's schema all the same. Nothing refers to one.
// A module that only such calls lead to is read once: each of its calls would double what a chain of modules has.
func (r *Root) Unmade() []*Instance {
	var all []*Instance
	for _, m := range r.ModuleInstances() {
		for _, res := range m.Module.Resources {
			if len(m.Instances(res)) == 0 {
				all = append(all, m.unmade(res))
			}
		}
	}
	read := map[*configs.Module]bool{}
	for _, m := range r.UnmadeModules() {
		if read[m.Module] {
			continue
		}
		read[m.Module] = true
		for _, res := range m.Module.Resources {
			all = append(all, m.unmade(res))
		}
	}
	return all
}

// UnmadeModules returns a module instance for each call that certainly has none, and for the calls in these.
func (r *Root) UnmadeModules() []*ModuleInstance {
	var all []*ModuleInstance
	read := map[*configs.Module]bool{}
	for _, m := range r.ModuleInstances() {
		for _, name := range slices.Sorted(maps.Keys(m.Module.Calls)) {
			if expanded := m.children(name); expanded.module != nil && len(expanded.instances) == 0 {
				all = append(all, m.unmadeCall(name, expanded.module).andBelow(read)...)
			}
		}
	}
	return all
}

// unmade returns an instance that stands for those that there are none of.
func (m *ModuleInstance) unmade(res *configs.Resource) *Instance {
	return &Instance{Resource: res, Module: m, Address: address.Join(m.Path, res.Address()), Symbolic: true, scope: m.Scope().with(anyElement())}
}

func (m *ModuleInstance) unmadeCall(name string, module *configs.Module) *ModuleInstance {
	return &ModuleInstance{
		Module: module, Path: address.Join(m.Path, "module."+name), Symbolic: true, Unmade: true,
		root: m.root, parent: m, call: m.Module.Calls[name], scope: m.Scope().with(anyElement()),
	}
}

// anyElement is an element of which neither the key nor the value is known.
func anyElement() *each {
	return &each{count: unknownOf(cty.Number), key: unknownOf(cty.String), value: configs.Undecided}
}

// andBelow returns a module instance that there certainly is none of, and one for each call in its module where that was not read before.
func (m *ModuleInstance) andBelow(read map[*configs.Module]bool) []*ModuleInstance {
	all := []*ModuleInstance{m}
	if read[m.Module] {
		return all
	}
	read[m.Module] = true
	for _, name := range slices.Sorted(maps.Keys(m.Module.Calls)) {
		if module := m.root.child(m, m.Module.Calls[name]); module != nil {
			all = append(all, m.unmadeCall(name, module).andBelow(read)...)
		}
	}
	return all
}
