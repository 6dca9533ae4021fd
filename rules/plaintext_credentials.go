package rules

import (
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// plaintextCredentials finds APIs whose callers may show their credentials to everyone on the way.
var plaintextCredentials = &lint.Rule{
	ID: "AUT407", Name: "plaintext-credentials", Level: lint.Warning, Cause: lint.Authentication, Security: 5.9,
	Title:   "credentials that may travel over HTTP",
	Symptom: "none: calls work, and others can read them",
	Doc: `An API that accepts HTTP on a domain that offers it lets callers send their token, key or signature, and the data behind
it, unencrypted: whoever is on the way can read it, and use a token again.

Set ` + "`request_protocol`" + ` to HTTPS. Where old clients still say http://, BOTH with ` + "`is_http_redirect_to_https`" + ` on the domain
sends them to HTTPS (GET and HEAD alone), and ` + "`ingress_http_port = -1`" + ` closes HTTP. It is legitimate where the way is
private and trusted: say so with an ignore comment.

The rule is silent for APIs without authentication, where what the domain offers is not known, and where no domain of the group is
declared here.`,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html"},
	Bad: `
resource "huaweicloud_apig_group" "legacy" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "legacy"
}

resource "huaweicloud_apig_group_domain_associate" "legacy" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.legacy.id
  url_domain         = "legacy.example.com"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = 80
  ingress_https_port = 443
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "legacy" {
  instance_id                  = huaweicloud_apig_instance.main.id
  certificate_id               = var.certificate_id
  verify_disabled_domain_names = [huaweicloud_apig_group_domain_associate.legacy.url_domain]
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.legacy.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "BOTH"
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
resource "huaweicloud_apig_group" "legacy" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "legacy"
}

resource "huaweicloud_apig_group_domain_associate" "legacy" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.legacy.id
  url_domain         = "legacy.example.com"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = 80
  ingress_https_port = 443

  is_http_redirect_to_https = true
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "legacy" {
  instance_id                  = huaweicloud_apig_instance.main.id
  certificate_id               = var.certificate_id
  verify_disabled_domain_names = [huaweicloud_apig_group_domain_associate.legacy.url_domain]
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.legacy.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "BOTH"
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
		offersHTTP := memo(func(to httpCallers) *schema.Domain {
			domains, _ := p.DomainsOf(to.group)
			if i := slices.IndexFunc(domains, to.offers); i >= 0 {
				return domains[i]
			}
			return nil
		})
		for _, api := range p.APIs {
			group := api.Group.Target()
			if group == nil || !api.Authentication.Is("APP", "IAM", "AUTHORIZER") || mayTakeAppCodesOverHTTP(api) ||
				!api.Protocol.Is("HTTP", "BOTH") {
				continue
			}
			if domain := offersHTTP(httpCallers{group, api.Protocol.Is("HTTP"), api.Symbolic()}); domain != nil {
				p.Reportf(api, api.Protocol, "%s accepts HTTP, and a domain of its group offers it: credentials may travel unencrypted", api).
					Relate(domain.Range(), "the domain is here")
			}
		}
	},
}

// httpCallers are those of the APIs of a group that are alike.
type httpCallers struct {
	group    *schema.Group
	only     bool // the APIs have no HTTPS, to which a domain could redirect
	symbolic bool // the APIs may have no instance
}

// offers reports whether the APIs are certainly called over HTTP by the domain, if a caller says so.
func (to httpCallers) offers(domain *schema.Domain) bool {
	port, certain := domain.HTTPPort()
	if !certain || port == 0 || (domain.Resource.Symbolic() && !to.symbolic) {
		return false
	}
	redirect, ok := domain.ToTLS.Or(false)
	return to.only || (ok && !redirect)
}

// mayTakeAppCodesOverHTTP leaves to appcode-over-http what is its own.
func mayTakeAppCodesOverHTTP(api *schema.API) bool {
	simple, ok := api.Simple.Or(false)
	return (simple || !ok) && api.Authentication.Is("APP") && api.Protocol.Is("HTTP")
}
