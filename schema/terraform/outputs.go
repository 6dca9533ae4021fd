package terraform

import (
	"maps"
	"slices"

	"github.com/zclconf/go-cty/cty"
)

// Outputs implements [Questions].
func (r *loadedRoot) Outputs() []cty.Value {
	var values []cty.Value
	for _, name := range slices.Sorted(maps.Keys(r.Module.Outputs)) {
		if r.Module.Outputs[name].Value != nil {
			values = append(values, r.output(name))
		}
	}
	return values
}
