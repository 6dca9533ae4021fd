package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// debuggingDomainOnly finds groups that callers reach by the debugging domain alone.
var debuggingDomainOnly = &lint.Rule{
	ID: "DOM202", Name: "debugging-domain-only", Level: lint.Warning, Cause: lint.DomainName,
	Title: "a group that only its debugging domain leads to",
	Codes: []string{"APIG.0308"},
	Doc: `The debugging domain answers 1000 calls a day, a limit that the cloud does not raise. From then on callers get
APIG.0308 until the next day. Without a public entrance of the gateway it resolves only inside the gateway's VPC.

It is legitimate for a gateway that serves development alone: say so with an ignore comment. The rule is silent where
the gateway's feature ` + "`app_route`" + ` lets calls in by address, where the gateway is declared elsewhere, where
something that is not certain may bind a domain, and where misbound-domain may have the better explanation.

Bind a domain of your own with ` + "`huaweicloud_apig_group_domain_associate`" + `.`,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html"},
	Bad: `
resource "huaweicloud_apig_group" "orders" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "orders"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "list" {
  for_each = {
    shop   = huaweicloud_apig_group.shop.id
    orders = huaweicloud_apig_group.orders.id
  }

  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = each.value
  name                    = "list_${each.key}"
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
  for_each = huaweicloud_apig_api.list

  instance_id = huaweicloud_apig_instance.main.id
  api_id      = each.value.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([each.value.request_method, each.value.request_path]))
}
`,
	Good: `
resource "huaweicloud_apig_group" "orders" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "orders"
  domain_access_enabled = true
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
	Check: func(p *lint.Pass) {
		for _, gateway := range p.Gateways {
			if _, stray := strayDomain(p, gateway); stray != schema.No || p.CalledByAddress(gateway) != schema.No {
				continue
			}
			groups, _ := p.GroupsOf(gateway)
			for _, group := range groups {
				if group.Debugging() == schema.Yes && p.Populated(group) && withoutDomain(p, group) {
					p.Reportf(group, group, "%s has no domain of its own, and its debugging domain answers 1000 calls a day: "+
						"further calls get APIG.0308", group)
				}
			}
		}
	},
}
