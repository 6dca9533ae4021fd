package terraform

import "github.com/zclconf/go-cty/cty"

// maxSize bounds the parts of one value. Values share structure, so that thirty locals which each hold the one before
// twice are cheap to make, and would take forever to walk.
const maxSize = 1 << 20

// tooLarge reports whether a value has more parts than anything that a configuration says.
func tooLarge(v cty.Value) bool {
	budget := maxSize
	return exceeds(v, &budget)
}

func exceeds(v cty.Value, budget *int) bool {
	if *budget--; *budget < 0 {
		return true
	}
	if flat(v) {
		return false
	}
	v, _ = v.Unmark()
	if v.IsNull() || !v.IsKnown() || !v.CanIterateElements() {
		return false
	}
	for it := v.ElementIterator(); it.Next(); {
		if _, element := it.Element(); exceeds(element, budget) {
			return true
		}
	}
	return false
}
