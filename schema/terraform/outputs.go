package terraform

import "github.com/zclconf/go-cty/cty"

// OutputValues answers the values of the root module's outputs, by the names of the outputs.
func (r *Root) OutputValues() []cty.Value {
	var values []cty.Value
	if r.told != nil {
		if r.told.sources == nil {
			return r.told.outputs
		}
		for _, v := range r.told.sources.OutputValues() {
			values = append(values, r.told.remap(v))
		}
		return values
	}
	for _, name := range sortedKeys(r.Module.Outputs) {
		if r.Module.Outputs[name].Value != nil {
			values = append(values, r.output(name))
		}
	}
	return values
}
