package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
)

// unauthorizedAPI finds APIs for applications that no application may call.
var unauthorizedAPI = &lint.Rule{
	ID: "AUT401", Name: "unauthorized-api", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Authentication,
	Title: "an API that no application is authorized for",
	Codes: []string{"APIG.0304"},
	Files: texts,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_application_authorization"},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		if !api.Contained() || !api.Authentication.Is("APP") {
			return
		}
		environments := unauthorizedEnvironments(p, api)
		if len(environments) == 0 {
			return
		}
		level := lint.Warning
		if len(p.Applications) > 0 {
			level = lint.Error
		}
		p.ReportLevelf(level, api, api, "%s wants an application's key, and no application is authorized for it in %s: calls get APIG.0304",
			api, prose.Some(environments, "or")).Relate(api.Authentication.Range(), "APP authentication is asked for here")
	}),
}

// unauthorizedEnvironments names the environments where an API is certainly published and certainly nobody is authorized for it.
func unauthorizedEnvironments(p *lint.Pass, api *schema.API) []string {
	var environments []string
	for _, publication := range p.PublicationsOf(api).Certain() {
		environment := publication.EnvironmentKey()
		if p.PublishedIn(api, environment) == schema.Yes && p.AuthorizedIn(api, environment) == schema.No {
			environments = append(environments, schema.EnvironmentText(publication.Environment))
		}
	}
	return environments
}
