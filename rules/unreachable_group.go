package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unreachableGroup finds groups that no host name leads to.
var unreachableGroup = &lint.Rule{
	ID: "DOM201", Name: "unreachable-group", Level: lint.Error, Cause: lint.DomainName,
	Title: "a group with APIs that no host name leads to",
	Codes: []string{"APIG.0101"},
	Doc: `The host name of a call selects the group, and only then the path selects the API. A group is found by a domain of
its own, or by its debugging domain. The console leaves the debugging domain on; the provider turns it off unless
` + "`domain_access_enabled = true`" + `. A group with neither answers no call: whatever the path, callers get APIG.0101, "the
API does not exist or has not been published".

The rule is silent where the gateway's feature ` + "`app_route`" + ` lets calls in by address, where the gateway is declared elsewhere, and
where something that is not certain may bind a domain. An ` + "`ignore_changes`" + ` that names ` + "`url_domains`" + ` or
` + "`domain_access_enabled`" + ` leaves it to others, and silences the rule too.

Bind a domain with ` + "`huaweicloud_apig_group_domain_associate`" + `, or turn the debugging domain on while developing.`,
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_group",
	},
	Bad: `
resource "huaweicloud_apig_group" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "orders"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.orders.id
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
`,
	Good: `
resource "huaweicloud_apig_group" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "orders"
}

resource "huaweicloud_apig_group_domain_associate" "orders" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.orders.id
  url_domain         = "orders.example.com"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = 443
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "orders" {
  instance_id                  = huaweicloud_apig_instance.main.id
  certificate_id               = var.certificate_id
  verify_disabled_domain_names = [huaweicloud_apig_group_domain_associate.orders.url_domain]
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.orders.id
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
`,
	Check: lint.Each(func(p *lint.Pass, group *schema.Group) {
		gateway := group.Gateway.Target()
		if gateway == nil || !p.Populated(group) || !withoutDomain(p, group) {
			return
		}
		if group.Debugging() == schema.No && p.CalledByAddress(gateway) == schema.No {
			p.Reportf(group, group, "%s has APIs and no host name leads to it, neither a domain of its own nor the debugging "+
				"domain (domain_access_enabled is not true): calls get APIG.0101", group)
		}
	}),
}

// withoutDomain reports whether a group certainly has no domain of its own.
func withoutDomain(p *lint.Pass, group *schema.Group) bool {
	domains, complete := p.DomainsOf(group)
	return complete && len(domains) == 0
}
