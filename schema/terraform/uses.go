package terraform

import (
	"bytes"
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// Use is an expression whose value carries a computed attribute.
type Use struct {
	// Range is the whole expression.
	Range hcl.Range
	// Value is what the expression evaluates to.
	Value cty.Value
}

// Uses implements [Questions].
func (r *loadedRoot) Uses(names ...string) map[Origin][]Use {
	uses := map[Origin][]Use{}
	if !r.mention(names) {
		return uses
	}
	consider := func(s *Scope, e hclsyntax.Expression) {
		v := s.Eval(e)
		for _, origin := range Origins(v) {
			if slices.Contains(names, origin.Attr) {
				uses[origin] = append(uses[origin], Use{Range: e.Range(), Value: v})
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(r.Module.Outputs)) {
		if e := r.Module.Outputs[name].Value; e != nil {
			consider(r.Scope(), configs.Native(e))
		}
	}
	for _, m := range r.ModuleInstances() {
		for _, res := range m.Module.Resources {
			for _, instance := range m.Instances(res) {
				instance.Expressions(func(e hclsyntax.Expression) { consider(instance.scope, e) })
			}
		}
	}
	for _, places := range uses {
		slices.SortStableFunc(places, func(a, b Use) int { return CompareRanges(a.Range, b.Range) })
	}
	return uses
}

// mention reports whether a file holds one of the names: what no file mentions costs nothing.
func (r *loadedRoot) mention(names []string) bool {
	for _, f := range r.Files() {
		for _, name := range names {
			if bytes.Contains(f.Bytes, []byte(name)) {
				return true
			}
		}
	}
	return false
}
