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
	Doc: `An access control policy, a throttling policy, a signature key or a plugin does nothing by itself: it works on the
APIs that an association resource binds it to. Without one, everybody is let in, the gateway's default rate applies, and
requests to backends are not signed.

It is legitimate while the APIs are still to come, or where they are bound by hand. The rule is silent where the gateway
is not declared here, where an association may be about any policy, and where an output of the root module hands the
policy out.

Bind it with ` + "`huaweicloud_apig_acl_policy_associate`, `huaweicloud_apig_throttling_policy_associate`," + `
` + "`huaweicloud_apig_signature_associate` or `huaweicloud_apig_plugin_batch_apis_associate`" + `, or remove it.`,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_acl_policy_associate",
	},
	Bad: `
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24"
}
`,
	Good: `
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24"
}

resource "huaweicloud_apig_acl_policy_associate" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.office.id
  publish_ids = var.publish_ids
}

variable "publish_ids" {
  type = list(string)
}
`,
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
