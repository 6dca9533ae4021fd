package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// wrongAuthorizer finds authorizers on the wrong side of the gateway.
var wrongAuthorizer = &lint.Rule{
	ID: "AUT405", Name: "wrong-authorizer", Level: lint.Error, Cause: lint.Authentication,
	Title:   "a custom authorizer of the wrong type",
	Symptom: "the apply fails",
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_custom_authorizer"},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		reportAuthorizer(p, api, api.Authorizer, "FRONTEND", "its callers")
		for _, backend := range api.Backends().Certain() {
			for _, ref := range authorizers(backend) {
				reportAuthorizer(p, api, ref, "BACKEND", "its backend")
			}
		}
	}),
}

func authorizers(backend *schema.Backend) []schema.Ref[schema.Authorizer] {
	switch {
	case backend.Web != nil:
		return []schema.Ref[schema.Authorizer]{backend.Web.Authorizer}
	case backend.Function != nil:
		return []schema.Ref[schema.Authorizer]{backend.Function.Authorizer}
	case backend.Mock != nil:
		return []schema.Ref[schema.Authorizer]{backend.Mock.Authorizer}
	}
	return nil
}

func reportAuthorizer(p *lint.Pass, api *schema.API, ref schema.Ref[schema.Authorizer], want, side string) {
	authorizer := ref.Target()
	if authorizer == nil {
		return
	}
	kind, ok := authorizer.Type.Or("FRONTEND")
	if ok && kind != want && (kind == "FRONTEND" || kind == "BACKEND") {
		p.Reportf(api, ref, "%s uses %s for %s, but its type is %s, not %s: the apply fails", api, authorizer, side, kind, want).
			Relate(authorizer.Range(), "%s is here", authorizer).
			Remedyf("use an authorizer of type %s for %s, or set type = %[1]q in %[3]s", want, side, authorizer)
	}
}
