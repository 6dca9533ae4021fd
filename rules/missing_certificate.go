package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// missingCertificate finds domains that offer HTTPS without a certificate.
var missingCertificate = &lint.Rule{
	ID: "DOM207", Name: "missing-certificate", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.DomainName,
	Title:   "a domain that offers HTTPS without a certificate",
	Symptom: "the TLS handshake fails, or the client does not trust the certificate",
	Doc: `A group with APIs that speak HTTPS needs a TLS certificate on each domain of its own. Without one the gateway cannot prove
that it is the domain, and clients that verify it refuse to go on. Where the APIs speak HTTP as well (BOTH) it is a warning: calls
by HTTP go through.

A certificate comes from ` + "`huaweicloud_apig_certificate_batch_domains_associate`" + `,
` + "`huaweicloud_apig_global_certificate_batch_domains_associate`" + ` or ` + "`huaweicloud_apig_domain_certificate_associate`" + `.
The rule is silent where one of them may name the domain, where the domain's ports are not certain, and where the group is
declared elsewhere.

Give the domain a certificate, or turn HTTPS off with ` + "`ingress_https_port = -1`" + ` and let the APIs speak HTTP.`,
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_certificate_batch_domains_associate",
	},
	Bad: `
resource "huaweicloud_apig_group_domain_associate" "orders" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "orders.example.com"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = 443
}

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
	Good: `
resource "huaweicloud_apig_group_domain_associate" "orders" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
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
		speaks := memo(func(group *schema.Group) schema.Verdict { return p.Speaks(group, "HTTPS") })
		callee := memo(func(group *schema.Group) httpsCallee { return needsHTTPS(p, group) })
		for _, d := range p.Domains() {
			port, ok := d.HTTPSPort()
			if !ok || port == 0 || d.Group == nil || speaks(d.Group) != schema.Yes || p.Certified(d) != schema.No {
				continue
			}
			to := callee(d.Group)
			p.ReportLevelf(to.level, d, d, "%s offers HTTPS at port %d for %s and has no certificate: HTTPS calls to it fail "+
				"unless the client verifies nothing", d, port, to.api).Relate(to.api.Range(), "the API is declared here")
		}
	},
}

// httpsCallee is an API that speaks HTTPS, and how bad it is when HTTPS does not work.
type httpsCallee struct {
	level lint.Level
	api   *schema.API
}

// needsHTTPS answers an API of the group that speaks HTTPS, one that speaks nothing else if there is one.
func needsHTTPS(p *lint.Pass, group *schema.Group) httpsCallee {
	var either *schema.API
	for _, api := range p.APIsOf(group) {
		switch {
		case api.Speaks("HTTPS") != schema.Yes || (api.Symbolic() && !group.Symbolic()):
		case api.Speaks("HTTP") == schema.No:
			return httpsCallee{lint.Error, api}
		case either == nil:
			either = api
		}
	}
	return httpsCallee{lint.Warning, either}
}
