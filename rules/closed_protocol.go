package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// closedProtocol finds domains that offer no protocol that the APIs behind them speak.
var closedProtocol = &lint.Rule{
	ID: "DOM210", Name: "closed-protocol", Level: lint.Error, Cause: lint.DomainName,
	Title:     "a domain name that does not offer the protocol of its APIs",
	Codes:     []string{"APIG.0607"},
	Symptom:   "if both protocols are off, the apply is refused",
	Elsewhere: true,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_group_domain_associate",
	},
	Check: lint.Given(func(p *lint.Pass) {
		for _, d := range p.Domains() {
			http, ok := d.HTTPPort()
			https, also := d.HTTPSPort()
			if !ok || !also {
				continue
			}
			if http == 0 && https == 0 {
				p.Reportf(d, d, "%s turns off both HTTP and HTTPS for %s: the apply is refused", d, hostOf(d)).
					Remedyf("set ingress_https_port or ingress_http_port of %s to a port", d)
				continue
			}
			offered, needed := "HTTPS", "HTTP"
			if https == 0 {
				offered, needed = "HTTP", "HTTPS"
			}
			// With both offered, any protocol of an API is.
			if (http == 0 || https == 0) && d.Group != nil && p.Populated(d.Group) && p.Speaks(d.Group, offered) == schema.No {
				p.Reportf(d, d, "%s offers only %s for %s, but the APIs of %s accept only %s: calls get APIG.0607",
					d, offered, hostOf(d), d.Group, needed).
					Remedyf("open the %s port of %s, or set request_protocol = \"BOTH\" on the APIs of %s", needed, d, d.Group).
					Relate(d.Group.Range(), "%s is declared here", d.Group)
			}
		}
	}, lint.Of[schema.Group], lint.Of[schema.DomainBinding]),
}
