package rules

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// competingPolicies finds policies that take each other's place.
var competingPolicies = &lint.Rule{
	ID: "POL505", Name: "competing-policies", Level: lint.Error, Cause: lint.Policy,
	Title:   "two policies of one kind on one API in the same environment",
	Symptom: "the apply fails, or one of the two has no effect",
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api_batch_plugins_associate",
	},
	Check: lint.Given(func(p *lint.Pass) {
		reportRivals(p, p.AppliedThrottling(), func(t *schema.Throttling) (*schema.Resource, string, bool) {
			return t.Resource, "request throttling policy", true
		})
		reportRivals(p, p.AppliedSignatures(), func(s *schema.Signature) (*schema.Resource, string, bool) {
			return s.Resource, "signature key", true
		})
		reportRivals(p, p.AppliedACLs(), func(a *schema.ACL) (*schema.Resource, string, bool) {
			entity, ok := a.Entity.Get()
			return a.Resource, fmt.Sprintf("access control policy with entity_type %s", entity), ok && !a.Entity.Sensitive()
		})
		reportRivals(p, p.AppliedPlugins(), func(g *schema.Plugin) (*schema.Resource, string, bool) {
			kind, ok := g.Type.Get()
			return g.Resource, fmt.Sprintf("plugin of type %s", kind), ok && !g.Type.Sensitive()
		})
	}, lint.Of[schema.Throttling], lint.Of[schema.ACL], lint.Of[schema.Signature], lint.Of[schema.Plugin]),
}

// reportRivals reports each policy that shares its kind, its API and its environment with one whose address comes before its
// own.
func reportRivals[P any](
	p *lint.Pass, applied []schema.Applied[P], describe func(*P) (r *schema.Resource, kind string, known bool),
) {
	type place struct {
		slot schema.Slot
		kind string
	}
	type policy struct {
		*schema.Resource
		binding *schema.Resource
	}
	byAddress := func(a, b schema.Applied[P]) int {
		one, _, _ := describe(a.Policy)
		other, _, _ := describe(b.Policy)
		return cmp.Or(cmp.Compare(one.Address, other.Address), cmp.Compare(a.Subject().Address, b.Subject().Address),
			cmp.Compare(a.Binding.Address, b.Binding.Address))
	}
	taken := map[place]policy{}
	for _, a := range slices.SortedFunc(slices.Values(applied), byAddress) {
		r, kind, known := describe(a.Policy)
		at := place{a.Slot(), kind}
		first, ok := taken[at]
		switch {
		case !known:
		case !ok:
			taken[at] = policy{r, a.Binding}
		case first.Resource != r:
			p.Reportf(r, r, "%s and %s are both bound to %s, which can have only one %s per environment: one of the two has no effect",
				first.Resource, r, a.Subject(), kind).
				Relate(first.Range(), "%s is here", first.Resource).
				Relate(first.binding.Range(), "%s is bound here", first.Resource).
				Relate(a.Binding.Range(), "%s is bound here", r).
				Remedyf("merge %s and %s, or unbind one of them from %s", first.Resource, r, a.Subject())
		}
	}
}
