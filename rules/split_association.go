package rules

import (
	"cmp"
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// splitAssociation finds policies that more than one resource binds.
var splitAssociation = &lint.Rule{
	ID: "POL513", Name: "split-association", Level: lint.Error, Cause: lint.Policy,
	Title:   "two association resources for one policy",
	Symptom: "the policy comes and goes with each apply",
	Doc: `An association of an access control policy, a throttling policy or a signature key holds all APIs that the policy is
bound to: Terraform reads the whole list, and takes off what the resource does not name. With two of them for one policy,
each apply undoes what the other did, and the policy comes and goes.

It happens most easily with ` + "`for_each`" + ` on the association. The rule is silent about associations that may be there
any number of times, or whose policy is not certain. Associations of plugins are for one API or one environment each, and are
left alone.

Name all publications in the ` + "`publish_ids`" + ` of one association.`,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_acl_policy_associate",
	},
	Bad: `
resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}

resource "huaweicloud_apig_throttling_policy" "orders" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "orders"
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = 150
}

resource "huaweicloud_apig_throttling_policy_associate" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_throttling_policy.orders.id
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}

resource "huaweicloud_apig_throttling_policy_associate" "others" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_throttling_policy.orders.id
  publish_ids = var.publish_ids
}

variable "publish_ids" {
  type = list(string)
}
`,
	Good: `
resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}

resource "huaweicloud_apig_throttling_policy" "orders" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "orders"
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = 150
}

resource "huaweicloud_apig_throttling_policy_associate" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_throttling_policy.orders.id
  publish_ids = concat([huaweicloud_apig_api_publishment.orders.publish_id], var.publish_ids)
}

variable "publish_ids" {
  type = list(string)
}
`,
	Check: func(p *lint.Pass) {
		reportSplit(p, p.ThrottlingBindings, func(b *schema.ThrottlingBinding) (*schema.Resource, *schema.Throttling) {
			return b.Resource, b.Policy.Target()
		})
		reportSplit(p, p.ACLBindings, func(b *schema.ACLBinding) (*schema.Resource, *schema.ACL) {
			return b.Resource, b.Policy.Target()
		})
		reportSplit(p, p.SignatureBindings, func(b *schema.SignatureBinding) (*schema.Resource, *schema.Signature) {
			return b.Resource, b.Signature.Target()
		})
	},
}

// policy is a pointer to a kind of policy.
type policy interface {
	comparable
	String() string
	Symbolic() bool
}

// reportSplit reports each association of a policy that another one binds whose address comes before its own.
func reportSplit[B any, P policy](p *lint.Pass, bindings []*B, parts func(*B) (*schema.Resource, P)) {
	byAddress := func(a, b *B) int {
		one, _ := parts(a)
		other, _ := parts(b)
		return cmp.Compare(one.Address, other.Address)
	}
	var none P
	first := map[P]*schema.Resource{}
	for _, b := range slices.SortedFunc(slices.Values(bindings), byAddress) {
		binding, bound := parts(b)
		if bound == none || bound.Symbolic() || binding.Symbolic() {
			continue
		}
		if other, taken := first[bound]; taken {
			p.Reportf(binding, binding, "%s and %s both bind %s: each apply undoes what the other did", other, binding, bound).
				Relate(other.Range(), "the other association is here")
		} else {
			first[bound] = binding
		}
	}
}
