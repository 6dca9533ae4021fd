package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// openACL finds lists of addresses that keep nobody out.
var openACL = &lint.Rule{
	ID: "POL504", Name: "open-acl", Level: lint.Warning, Cause: lint.Policy, Security: 5.3,
	Title:   "an access control policy that permits every address",
	Symptom: "none: every call is let in",
	Doc: `A PERMIT list that holds every address looks like protection and is none: everybody who reaches the gateway
passes. Lists are compared as sets of addresses: two halves are a whole.

It is legitimate as a place holder that is filled by another configuration, or for a short while: say so with an ignore
comment. The rule is silent where the list, its type or its effect is not known.

List the addresses that callers come from, or remove the policy.`,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/api-apig/CreateAclStrategyV2.html"},
	Bad: `
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "0.0.0.0/0"
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
	Check: lint.Each(func(p *lint.Pass, acl *schema.ACL) {
		ipv4, all := acl.Everyone()
		if !ipv4 || !acl.Effect.Is("PERMIT") {
			return
		}
		addresses := "address"
		if !all {
			addresses = "IPv4 address"
		}
		p.Reportf(acl, acl, "%s permits every %s: it keeps nobody out", acl, addresses).
			Relate(acl.Entries.Range(), "the addresses are here")
	}),
}
