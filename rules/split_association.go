package rules

import (
	"fmt"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// splitAssociation finds policies that more than one resource binds.
var splitAssociation = &lint.Rule{
	ID: "POL513", Name: "split-association", Level: lint.Error, Cause: lint.Policy,
	Title:   "two association resources for one policy",
	Symptom: "the policy comes and goes with each apply",
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_acl_policy_associate",
	},
	Check: lint.Given(func(p *lint.Pass) {
		reportSplit(p, p.ThrottlingBindings, func(b *schema.ThrottlingBinding) (*schema.Resource, *schema.Throttling) {
			return b.Resource, b.Policy.Target()
		})
		reportSplit(p, p.ACLBindings, func(b *schema.ACLBinding) (*schema.Resource, *schema.ACL) {
			return b.Resource, b.Policy.Target()
		})
		reportSplit(p, p.SignatureBindings, func(b *schema.SignatureBinding) (*schema.Resource, *schema.Signature) {
			return b.Resource, b.Signature.Target()
		})
	}, lint.Of[schema.ThrottlingBinding], lint.Of[schema.ACLBinding], lint.Of[schema.SignatureBinding]),
}

// policy is a pointer to a kind of policy.
type policy interface {
	comparable
	String() string
	Symbolic() bool
}

// reportSplit reports each association of a policy that another one binds whose address comes before its own.
func reportSplit[B fmt.Stringer, P policy](p *lint.Pass, bindings []B, parts func(B) (*schema.Resource, P)) {
	var none P
	first := map[P]*schema.Resource{}
	for _, b := range byAddress(bindings) {
		binding, bound := parts(b)
		if bound == none || bound.Symbolic() || binding.Symbolic() {
			continue
		}
		if other, taken := first[bound]; taken {
			p.Reportf(binding, binding, "%s and %s both bind %s: each apply undoes what the other did", other, binding, bound).
				Relate(other.Range(), "%s is here", other).
				Remedyf("list all publications in the publish_ids of %s, and remove %s", other, binding)
		} else {
			first[bound] = binding
		}
	}
}
