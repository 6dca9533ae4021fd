package terraform

import "strings"

// Calls answers the module calls that lead to what has an address, the outermost first, as far as the configuration has
// text for them: of a root that was told, those of its sources.
func (r *Root) Calls(address string) []*Call {
	if r.told != nil {
		if r = r.told.sources; r == nil {
			return nil
		}
	}
	var calls []*Call
	at := r.ModuleInstance
	for steps := SplitAddress(address); len(steps) > 1 && steps[0] == "module"; steps = steps[2:] {
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
