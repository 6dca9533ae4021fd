package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// closedProtocol finds domains that offer no protocol that the APIs behind them speak.
var closedProtocol = &lint.Rule{
	ID: "DOM210", Name: "closed-protocol", Level: lint.Error, Cause: lint.DomainName,
	Title:   "a domain that does not offer the protocol of its APIs",
	Codes:   []string{"APIG.0607"},
	Symptom: "where both protocols are off, the apply is refused",
	Doc: `A port of -1 turns a protocol off. A domain with both turned off is refused. A domain that offers only HTTP for APIs that
speak only HTTPS, or the other way round, leads every call to APIG.0607.

The rule is silent where a port or the protocol of an API is not certain, and where something that is not certain may put another API
into the group.

Offer the protocol that the APIs speak, or let them speak both (` + "`request_protocol = \"BOTH\"`" + `).`,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_group_domain_associate",
	},
	Bad: `
resource "huaweicloud_apig_group" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "orders"
}

resource "huaweicloud_apig_group_domain_associate" "orders" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.orders.id
  url_domain         = "orders.example.com"
  ingress_http_port  = 80
  ingress_https_port = -1
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
`,
	Check: func(p *lint.Pass) {
		for _, d := range p.Domains() {
			http, ok := d.HTTPPort()
			https, also := d.HTTPSPort()
			if !ok || !also {
				continue
			}
			if http == 0 && https == 0 {
				p.Reportf(d, d, "%s turns off both HTTP and HTTPS for %s: the apply is refused", d, hostOf(d))
				continue
			}
			offered, needed := "HTTPS", "HTTP"
			if https == 0 {
				offered, needed = "HTTP", "HTTPS"
			}
			// With both offered, any protocol of an API is.
			if (http == 0 || https == 0) && d.Group != nil && p.Populated(d.Group) && p.Speaks(d.Group, offered) == schema.No {
				p.Reportf(d, d, "%s offers only %s for %s, and every API of %s speaks only %s: calls get APIG.0607",
					d, offered, hostOf(d), d.Group, needed).Relate(d.Group.Range(), "the group is declared here")
			}
		}
	},
}
