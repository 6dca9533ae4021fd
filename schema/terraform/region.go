package terraform

import (
	"github.com/zclconf/go-cty/cty"
)

// Region answers the region that the instance's provider configuration gives: the value, and false where the
// configuration gives none (it then comes from the environment).
func (i *Instance) Region() (cty.Value, bool) {
	if i.told != nil {
		return i.told.region, i.told.region != cty.NilVal
	}
	return i.Module.providerArgument(i.Resource.Provider, "region")
}

// providerArgument answers an argument of the provider configuration that a local name leads to, through the modules
// that pass it on.
func (m *ModuleInstance) providerArgument(name, argument string) (cty.Value, bool) {
	for {
		for _, p := range m.Module.Providers {
			if p.Name != name {
				continue
			}
			var v cty.Value
			found := false
			for _, body := range p.bodies {
				if attr, ok := attributes(body, argument)[argument]; ok {
					v, found = m.Scope().Eval(native(attr.Expr)), true
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
