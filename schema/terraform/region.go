package terraform

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// Region returns what [Questions] has for the instance.
func (i *Instance) Region() (cty.Value, bool) { return i.Module.root.Region(i) }

// ProviderArgument returns an argument of the instance's provider configuration, and whether it is written there. Of a plan's it is
// not known.
func (i *Instance) ProviderArgument(name string) (cty.Value, bool) {
	return i.Module.providerArgument(i.Resource.Provider, name)
}

// Region implements [Questions].
func (r *loadedRoot) Region(i *Instance) (cty.Value, bool) {
	return i.Module.providerArgument(i.Resource.Provider, "region")
}

// providerArgument returns an argument of the provider configuration that a local name leads to, through the modules
// that pass it on.
func (m *ModuleInstance) providerArgument(name, argument string) (cty.Value, bool) {
	for {
		for _, p := range m.Module.Providers {
			if p.Name != name {
				continue
			}
			var v cty.Value
			found := false
			for _, body := range p.Bodies {
				if attr, ok := configs.Attributes(body, argument)[argument]; ok {
					v, found = m.Scope().Eval(configs.Native(attr.Expr)), true
				}
			}
			return v, found
		}
		if m.parent == nil {
			return cty.NilVal, false
		}
		if passed, ok := m.call.Providers[name]; ok {
			name = passed
		}
		m = m.parent
	}
}
