package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unboundPolicy finds policies that no API is under.
var unboundPolicy = &lint.Rule{
	ID: "POL501", Name: "unbound-policy", Level: lint.Warning, Cause: lint.Policy,
	Title:   "a policy that is bound to no API",
	Symptom: "none: the policy has no effect",
	Files:   texts,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_acl_policy_associate",
	},
	Check: func(p *lint.Pass) {
		for _, policy := range p.ACLs {
			reportUnbound(p, policy, policy.Resource, policy.Gateway, "it keeps nobody out")
		}
		for _, policy := range p.Throttlings {
			reportUnbound(p, policy, policy.Resource, policy.Gateway, "it limits no calls")
		}
		for _, signature := range p.Signatures {
			reportUnbound(p, signature, signature.Resource, signature.Gateway, "no request to a backend is signed with it")
		}
		for _, plugin := range p.Plugins {
			reportUnbound(p, plugin, plugin.Resource, plugin.Gateway, "it changes nothing")
		}
	},
}

func reportUnbound(p *lint.Pass, policy any, r *schema.Resource, gateway schema.Ref[schema.Gateway], so string) {
	if gateway.Target() != nil && !r.Symbolic() && p.Used(policy) == schema.No {
		p.Reportf(r, r, "%s is bound to no API: %s", r, so)
	}
}
