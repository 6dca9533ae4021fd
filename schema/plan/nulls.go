package plan

import (
	"maps"
	"slices"

	tfjson "github.com/hashicorp/terraform-json"
)

// withoutNulls takes out of a configuration what is declared as null. Nothing makes such a plan but who wants to see this
// linter fall over it.
func withoutNulls(c *tfjson.Config) {
	dropNulls(c.ProviderConfigs)
	if c.RootModule != nil {
		moduleWithoutNulls(c.RootModule)
	}
}

func moduleWithoutNulls(m *tfjson.ConfigModule) {
	dropNulls(m.Outputs)
	dropNulls(m.Variables)
	dropNulls(m.ModuleCalls)
	m.Resources = slices.DeleteFunc(m.Resources, func(r *tfjson.ConfigResource) bool { return r == nil })
	for _, call := range m.ModuleCalls {
		if call.Module != nil {
			moduleWithoutNulls(call.Module)
		}
	}
}

func dropNulls[T any](declared map[string]*T) {
	maps.DeleteFunc(declared, func(_ string, d *T) bool { return d == nil })
}
