package terraform

import (
	"strings"

	"github.com/apiglint/apiglint/schema/terraform/address"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// Calls implements [Questions].
func (r *loadedRoot) Calls(of string) []*configs.Call {
	var calls []*configs.Call
	at := r.ModuleInstance
	for steps := address.Split(of); len(steps) > 1 && steps[0] == "module"; steps = steps[2:] {
		name, _, _ := strings.Cut(steps[1], "[")
		call := at.Module.Calls[name]
		if call == nil {
			break
		}
		calls = append(calls, call)
		inside := at.children(name).instances // they differ in their keys, and not in what they call
		if len(inside) == 0 {
			break
		}
		at = inside[0]
	}
	return calls
}
