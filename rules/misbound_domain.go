package rules

import (
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// misboundDomain finds domains that lead to a group without APIs while the APIs stand in another one.
var misboundDomain = &lint.Rule{
	ID: "DOM212", Name: "misbound-domain", Level: lint.Warning, Cause: lint.DomainName,
	Title: "a domain that leads past the group with the APIs",
	Codes: []string{"APIG.0101"},
	Doc: `A domain leads to one group. When that group has no published API, every call to the domain gets APIG.0101, however
right path and method are. Where another group of the same gateway has published APIs and no domain, the binding most
likely names the wrong group.

A group that no host leads to at all is unreachable-group; this rule is about one that still answers, by its debugging
domain or by the gateway's address. The rule is silent where it is not certain what is published, and where a group may be
bound by something outside the configuration.

Bind the domain to the group with the APIs, or publish APIs in the group that has it.`,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html"},
	Bad: `
# The domain of the gateway is bound to the group "shop", which has no API.
resource "huaweicloud_apig_group" "orders" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "orders"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "list" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.orders.id
  name                    = "list"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "list" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.list.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.list.request_method, huaweicloud_apig_api.list.request_path]))
}
`,
	Good: `
resource "huaweicloud_apig_api" "list" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "list"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "list" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.list.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.list.request_method, huaweicloud_apig_api.list.request_path]))
}
`,
	Check: func(p *lint.Pass) {
		for _, gateway := range p.Gateways {
			stray, certain := strayDomain(p, gateway)
			if certain != schema.Yes {
				continue
			}
			byAddress := p.CalledByAddress(gateway) == schema.Yes
			groups, _ := p.GroupsOf(gateway)
			for _, group := range groups {
				answers := byAddress || group.Debugging() == schema.Yes
				if answers && withoutDomain(p, group) && p.Offers(group) == schema.Yes {
					p.Reportf(group, group, "%s has published APIs and no domain of its own, while %s has a domain and no "+
						"published API: calls to %s get APIG.0101", group, stray.Group, hostOf(stray)).
						Relate(stray.Block, "the domain is bound here")
				}
			}
		}
	},
}

// strayDomain answers whether a domain of the gateway leads to a group without published APIs, and the first that
// does.
func strayDomain(p *lint.Pass, gateway *schema.Gateway) (*schema.Domain, schema.Verdict) {
	groups, complete := p.GroupsOf(gateway)
	verdict := schema.No
	if !complete {
		verdict = schema.Unsure
	}
	for _, group := range groups {
		domains, complete := p.DomainsOf(group)
		offers := p.Offers(group)
		if offers == schema.Yes || (complete && len(domains) == 0) {
			continue
		}
		bound := slices.IndexFunc(domains, func(d *schema.Domain) bool { return !d.Resource.Symbolic() })
		if offers == schema.No && bound >= 0 && !group.Symbolic() {
			return domains[bound], schema.Yes
		}
		verdict = schema.Unsure
	}
	return nil, verdict
}

// hostOf is a domain as messages about its binding name it: its host, where that is known and no secret.
func hostOf(d *schema.Domain) string {
	if host, ok := d.Host(); ok && !d.Name.Sensitive() {
		return host
	}
	return "its domain"
}
