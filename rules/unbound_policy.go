package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unboundPolicy finds policies that no API is under.
var unboundPolicy = &lint.Rule{
	ID: "POL501", Name: "unbound-policy", Level: lint.Warning, Lower: []lint.Level{lint.Note}, Cause: lint.Policy,
	Title:     "a policy that is not bound to any API",
	Symptom:   "none: the policy has no effect",
	ByRelease: true,
	Elsewhere: true,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_acl_policy_associate",
	},
	Check: lint.Given(func(p *lint.Pass) {
		for _, policy := range p.ACLs {
			reportUnbound(p, policy, policy.Resource, policy.Gateway, "apig_acl_policy_associate")
		}
		for _, policy := range p.Throttlings {
			reportUnbound(p, policy, policy.Resource, policy.Gateway, "apig_throttling_policy_associate")
		}
		for _, signature := range p.Signatures {
			reportUnbound(p, signature, signature.Resource, signature.Gateway, "apig_signature_associate")
		}
		for _, plugin := range p.Plugins {
			reportUnbound(p, plugin, plugin.Resource, plugin.Gateway, "apig_plugin_batch_apis_associate")
		}
		for _, quota := range p.Quotas {
			if idle(p, quota, quota.Resource, quota.Gateway) {
				p.Reportf(quota, quota, "%s is not bound to any app and has no effect", quota).
					Remedyf("bind %s to an app with a %s, or remove it", quota, typed(quota.Resource, "apig_application_quota_associate"))
			}
		}
		for _, rule := range p.Orchestrations {
			if idle(p, rule, rule.Resource, rule.Gateway) {
				p.ReportLevelf(lint.Note, rule, rule, "%s is not used by any request parameter of an API and has no effect", rule).
					Remedyf("name %s in the orchestrations of a request parameter, or remove it", rule)
			}
		}
	}, lint.Of[schema.ACL], lint.Of[schema.Throttling], lint.Of[schema.Signature], lint.Of[schema.Plugin], lint.Of[schema.Quota], lint.Of[schema.Orchestration]),
}

// idle reports whether nothing applies a policy of a gateway that is declared here.
func idle(p *lint.Pass, policy any, r *schema.Resource, gateway schema.Ref[schema.Gateway]) bool {
	return gateway.Target() != nil && !r.Symbolic() && p.Used(policy) == schema.No
}

func reportUnbound(p *lint.Pass, policy any, r *schema.Resource, gateway schema.Ref[schema.Gateway], association string) {
	if idle(p, policy, r, gateway) {
		p.Reportf(r, r, "%s is not bound to any API and has no effect", r).
			Remedyf("bind %s to an API %s, or remove it", r,
				withType(r, association, "with a "+typed(r, association), "in the console, which this release of the provider cannot"))
	}
}
