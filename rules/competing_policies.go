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
	Title:   "two policies of one kind on one API in one environment",
	Symptom: "the apply is refused, or one of the two has no effect",
	Doc: `An API in an environment has room for one throttling policy, one signature key, one access control policy of each entity
type, and one plugin of each type. A second one is refused, or takes the place of the first; the plan then wants to change
the bindings for ever.

The rule compares what certainly applies to the same API in the same environment. Policies whose kind is not known, and
associations that may be there any number of times, are left alone.

Put the entries of both into one policy, or bind them to different environments.`,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api_batch_plugins_associate",
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
  for_each = { calm = 50, busy = 150 }

  instance_id      = huaweicloud_apig_instance.main.id
  name             = each.key
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = each.value
}

resource "huaweicloud_apig_throttling_policy_associate" "orders" {
  for_each = huaweicloud_apig_throttling_policy.orders

  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = each.value.id
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
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
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}
`,
	Check: func(p *lint.Pass) {
		reportRivals(p, p.AppliedThrottling(), func(t *schema.Throttling) (*schema.Resource, string, bool) {
			return t.Resource, "throttling policy", true
		})
		reportRivals(p, p.AppliedSignatures(), func(s *schema.Signature) (*schema.Resource, string, bool) {
			return s.Resource, "signature key", true
		})
		reportRivals(p, p.AppliedACLs(), func(a *schema.ACL) (*schema.Resource, string, bool) {
			entity, ok := a.Entity.Get()
			return a.Resource, fmt.Sprintf("access control policy of the entity type %s", entity), ok && !a.Entity.Sensitive()
		})
		reportRivals(p, p.AppliedPlugins(), func(g *schema.Plugin) (*schema.Resource, string, bool) {
			kind, ok := g.Type.Get()
			return g.Resource, fmt.Sprintf("plugin of the type %s", kind), ok && !g.Type.Sensitive()
		})
	},
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
			p.Reportf(r, r, "%s and %s are both bound to %s, which takes one %s in an environment: one of the two does not apply",
				first.Resource, r, a.Subject(), kind).
				Relate(first.Range(), "the other one is here").
				Relate(first.binding.Range(), "the other one is bound here").
				Relate(a.Binding.Range(), "this one is bound here")
		}
	}
}
