package rules

import (
	"fmt"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// ineffectiveAccountACL finds lists of accounts on APIs that do not know their callers' accounts.
var ineffectiveAccountACL = &lint.Rule{
	ID: "POL506", Name: "ineffective-account-acl", Level: lint.Warning, Cause: lint.Policy,
	Title:   "a list of accounts on an API without IAM authentication",
	Symptom: "none: the list has no effect",
	Doc: `An access control policy of the entity type ` + "`DOMAIN` or `DOMAIN_ID`" + ` compares the cloud account of the
caller. Only IAM authentication tells it: on an API with the authentication APP, AUTHORIZER or NONE there is no account to
compare, so the list protects nothing.

The rule is silent where the entity type, the API or its authentication is not known.

Let the API authenticate by IAM, or let applications in by authorizing them, or list addresses.`,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/api-apig/CreateAclStrategyV2.html"},
	Bad: `
resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "NONE"

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

resource "huaweicloud_apig_acl_policy" "partners" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "partners"
  type        = "PERMIT"
  entity_type = "DOMAIN"
  value       = "partner"
}

resource "huaweicloud_apig_acl_policy_associate" "partners" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.partners.id
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

resource "huaweicloud_apig_acl_policy" "partners" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "partners"
  type        = "PERMIT"
  entity_type = "DOMAIN"
  value       = "partner"
}

resource "huaweicloud_apig_acl_policy_associate" "partners" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.partners.id
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}
`,
	Check: func(p *lint.Pass) {
		type pair struct {
			acl *schema.ACL
			api *schema.API
		}
		seen := map[pair]bool{} // an API may have a policy in several environments
		without := map[*schema.ACL][]*schema.API{}
		for _, a := range p.AppliedACLs() {
			if a.API == nil || seen[pair{a.Policy, a.API}] || !a.Policy.Entity.Is("DOMAIN", "DOMAIN_ID") {
				continue
			}
			seen[pair{a.Policy, a.API}] = true
			if mode, ok := a.API.Authentication.Or("NONE"); ok && mode != "IAM" {
				without[a.Policy] = append(without[a.Policy], a.API)
			}
		}
		for _, acl := range p.ACLs {
			apis := without[acl]
			if len(apis) == 0 {
				continue
			}
			f := p.Reportf(acl, acl, "%s lists accounts, and %s does not authenticate by IAM%s: the accounts of its callers are not known",
				acl, apis[0], andOthers(len(apis)))
			for _, api := range apis {
				f.Relate(api.Authentication.Range(), "the authentication of %s is here", api)
			}
		}
	},
}

// andOthers says that as many APIs as are counted are meant where one is named.
func andOthers(count int) string {
	switch count {
	case 1:
		return ""
	case 2:
		return ", nor does another API"
	}
	return fmt.Sprintf(", nor do %d other APIs", count-1)
}
