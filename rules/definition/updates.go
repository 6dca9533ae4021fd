package definition

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// forceNew is the argument of resources, and of the provider, that lets it replace what it does not change.
const forceNew = "enable_force_new"

// RefusedUpdates finds edits of arguments that the provider refuses to change once the object is there. No plan has any: it
// would have failed.
func RefusedUpdates(p *lint.Pass) {
	if p.Planned {
		p.Idle(takenByProvider)
		return
	}
	for _, r := range p.Resources {
		was := p.Was(r)
		if was == nil || !r.IsHuaweiCloud() || mayBeReplaced(r) {
			continue
		}
		for _, name := range r.Change.Arguments {
			attr := r.Facts.Attrs[name]
			if !attr.NonUpdatable || r.Provider.Has(attr.NonUpdatableSince) != schema.Yes {
				continue
			}
			p.Reportf(r, lint.At(r.DiffersAt(was, name)), "%s of %s changes, and the provider refuses to change it: the next plan fails", name, r).
				Remedyf("set %s = \"true\" on %s, or leave %s as it was", forceNew, r, name)
		}
	}
}

// mayBeReplaced reports whether a resource, or its provider, may allow the provider to replace it.
func mayBeReplaced(r *schema.Resource) bool {
	if r.Facts.Attrs[forceNew] == nil {
		return true
	}
	if arg := r.Block.Arg(forceNew); arg != nil {
		if v, _ := arg.Value().Unmark(); !v.IsKnown() || !v.IsNull() {
			return !isFalse(v)
		}
	}
	v, written := r.Instance.ProviderArgument(forceNew)
	if !written {
		return false
	}
	v, _ = v.Unmark()
	return !isFalse(v) && (!v.IsKnown() || !v.IsNull())
}

func isFalse(v cty.Value) bool {
	return v.IsKnown() && (v.RawEquals(cty.False) || v.RawEquals(cty.StringVal("false")))
}
