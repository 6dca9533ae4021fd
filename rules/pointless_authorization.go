package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
)

// pointlessAuthorization finds authorizations that nobody asks for.
var pointlessAuthorization = &lint.Rule{
	ID: "AUT409", Name: "pointless-authorization", Level: lint.Warning, Cause: lint.Authentication,
	Title:   "an authorization for an API that asks for none",
	Symptom: "none: the authorization has no effect",
	Files:   texts,
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_application_authorization"},
	Check: lint.Each(func(p *lint.Pass, authorization *schema.Authorization) {
		var apis []string
		for _, item := range authorization.APIs.Certain() {
			api := item.Target()
			if api == nil {
				continue
			}
			if mode, ok := api.Authentication.Or("NONE"); ok && mode != "APP" {
				apis = append(apis, api.String()+" ("+mode+")")
			}
		}
		if len(apis) > 0 {
			p.Reportf(authorization, authorization, "%s is for %s, which does not ask for an application: it has no effect",
				authorization, prose.Some(apis, "and"))
		}
	}),
}
