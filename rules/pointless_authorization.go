package rules

import (
	"cmp"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
)

// pointlessAuthorization finds authorizations that nobody asks for.
var pointlessAuthorization = &lint.Rule{
	ID: "AUT409", Name: "pointless-authorization", Level: lint.Warning, Cause: lint.Authentication,
	Title:   "an authorization for an API that does not use APP authentication",
	Symptom: "none: the authorization has no effect",
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_application_authorization"},
	Check: lint.Each(func(p *lint.Pass, authorization *schema.Authorization) {
		var apis []string
		var first *schema.API
		for _, item := range authorization.APIs.Certain() {
			api := item.Target()
			if api == nil {
				continue
			}
			if mode, ok := api.Authentication.Or("NONE"); ok && mode != "APP" {
				apis = append(apis, api.String()+" ("+mode+")")
				first = cmp.Or(first, api)
			}
		}
		if len(apis) > 0 {
			p.Reportf(authorization, authorization, "%s authorizes an app for %s, which %s not use APP authentication: it has no effect",
				authorization, prose.Some(apis, "and"), prose.Agree(len(apis), "does", "do")).
				Remedyf("set security_authentication = \"APP\" in %s, or remove it from the api_ids of %s", first, authorization)
		}
	}),
}
