package rules

import (
	"fmt"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// missingAppCode finds APIs that take AppCodes that nobody has.
var missingAppCode = &lint.Rule{
	ID: "AUT403", Name: "missing-appcode", Level: lint.Warning, Cause: lint.Authentication,
	Title:     "simple authentication without an AppCode",
	Symptom:   "calls with an AppCode are rejected",
	ByRelease: true,
	Elsewhere: true,
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_appcode"},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		if !api.Contained() || !api.Authentication.Is("APP") || !api.Simple.Is(true) {
			return
		}
		authorizations, ok := p.AuthorizationsOf(api).All()
		if !ok || len(authorizations) == 0 {
			return // unauthorized-api
		}
		for _, authorization := range authorizations {
			app := authorization.Application.Target()
			if app == nil || p.HasAppCode(app) != schema.No {
				return
			}
		}
		p.Reportf(api, api.Simple, "%s accepts AppCodes, but no app that is authorized to call it has one: calls with X-Apig-AppCode are rejected", api).
			Relate(authorizations[0].Application.Target().Range(), "%s has no AppCode", authorizations[0].Application.Target()).
			Remedyf("%s, or set simple_authentication = false", withType(api.Resource, "apig_appcode",
				fmt.Sprintf("add a %s with application_id = %s.id", typed(api.Resource, "apig_appcode"), authorizations[0].Application.Target()),
				fmt.Sprintf("set app_codes of %s", authorizations[0].Application.Target())))
	}),
}
