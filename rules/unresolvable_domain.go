package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unresolvableDomain finds domains that DNS does not know.
var unresolvableDomain = &lint.Rule{
	ID: "DOM205", Name: "unresolvable-domain", Level: lint.Warning, Cause: lint.DomainName,
	Title:   "a domain without a DNS record in its zone",
	Symptom: "the name does not resolve",
	Doc: `Binding a domain to a group tells the gateway about the name, and DNS nothing. Callers find the gateway only when the
domain's zone holds a record for it: A to the gateway's address, or CNAME. Without one the name does not resolve, and
calls fail before they reach the gateway.

The rule looks only at domains whose zone is declared in the same configuration. A wildcard record, a record in a parent zone,
and name servers for a part of the zone count. The rule is silent where a record whose name is not certain may be the one, about
private zones that ask the public one (` + "`proxy_pattern`" + ` RECURSIVE), and about zones that are declared elsewhere.

It is legitimate where callers send the host name in a header, or find the address by other means: say so with an ignore
comment.`,
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/dns_recordset",
	},
	Bad: `
resource "huaweicloud_dns_zone" "example" {
  name = "example.org."
}

resource "huaweicloud_dns_recordset" "www" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "www.example.org."
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]
}

resource "huaweicloud_apig_group_domain_associate" "orders" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "orders.example.org"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = 443
}
`,
	Good: `
resource "huaweicloud_dns_zone" "example" {
  name = "example.org."
}

resource "huaweicloud_dns_recordset" "orders" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "orders.example.org."
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]
}

resource "huaweicloud_apig_group_domain_associate" "orders" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "orders.example.org"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = 443
}
`,
	Check: func(p *lint.Pass) {
		for _, d := range p.Domains() {
			host, ok := d.Host()
			if !ok || wrongWith(host) != "" {
				continue
			}
			if zone := p.ZoneOf(host); zone != nil && p.Resolves(host) == schema.No {
				p.Reportf(d, d.Name, "%s is bound by %s, and %s holds no record for it: callers cannot resolve the name",
					hostOf(d), d, zone).Relate(zone.Range(), "the zone is declared here")
			}
		}
	},
}
