package rules

import (
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// plaintextCredentials finds APIs whose callers may show their credentials to everyone on the way.
var plaintextCredentials = &lint.Rule{
	ID: "AUT407", Name: "plaintext-credentials", Level: lint.Warning, Cause: lint.Authentication, Security: 5.9,
	Title:     "credentials that may be sent over HTTP",
	Symptom:   "none: calls work, and others can read them",
	ByRelease: true,
	Links:     []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html"},
	Check: lint.Given(func(p *lint.Pass) {
		offersHTTP := memo(func(to httpCallers) *schema.Domain {
			domains := p.DomainsOf(to.group).Certain()
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
				p.Reportf(api, api.Protocol, "%s accepts HTTP, and a domain name of its group offers it: credentials may be sent unencrypted", api).
					Relate(domain.Range(), "%s offers HTTP", domain).
					Remedyf("set request_protocol = \"HTTPS\" in %s%s", api,
						withType(api.Resource, "apig_group_domain_associate", ", or ingress_http_port = -1 in "+domain.String(), ""))
			}
		}
	}, lint.Of[schema.API]),
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
