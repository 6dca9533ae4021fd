package rules

import (
	"fmt"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
)

// unauthorizedAPI finds APIs for applications that no application may call.
var unauthorizedAPI = &lint.Rule{
	ID: "AUT401", Name: "unauthorized-api", Level: lint.Error, Lower: []lint.Level{lint.Warning, lint.Note}, Cause: lint.Authentication,
	Title:     "an API that no app is authorized to call",
	Codes:     []string{"APIG.0304"},
	ByRelease: true,
	Elsewhere: true,
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_application_authorization"},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		if !api.Contained() || !api.Authentication.Is("APP") || api.MayBePreflight() {
			return
		}
		publications := unauthorizedPublications(p, api)
		if len(publications) == 0 {
			return
		}
		var environments []string
		for _, publication := range publications {
			environments = append(environments, schema.EnvironmentText(publication.Environment))
		}
		level := lint.Warning
		switch {
		case lacksType(api.Resource, "apig_application_authorization"):
			level = lint.Note // the console is where apps are authorized
		case len(p.Applications) > 0:
			level = lint.Error
		}
		f := p.ReportLevelf(level, api, api, "%s uses APP authentication, but no app is authorized to call it in %s: calls get APIG.0304",
			api, prose.Some(environments, "or")).Relate(api.Authentication.Range(), "%s uses APP authentication", api)
		if api.ByTrigger {
			f.Remedyf("set the authentication of %s to \"IAM\", or declare a %s for the function, which an app can be authorized for", api, typed(api.Resource, "apig_api"))
			return
		}
		f.Remedyf("%s", withType(api.Resource, "apig_application_authorization",
			fmt.Sprintf("add a %s with api_ids = [%s.id] and env_id = %s.env_id", typed(api.Resource, "apig_application_authorization"), api, publications[0]),
			fmt.Sprintf("authorize an app to call %s in the console, which this release of the provider cannot", api)))
	}),
}

// unauthorizedPublications returns the publications of an API to environments where certainly no app is authorized to call it.
func unauthorizedPublications(p *lint.Pass, api *schema.API) []*schema.Publication {
	var publications []*schema.Publication
	for _, publication := range p.PublicationsOf(api).Certain() {
		environment := publication.EnvironmentKey()
		if p.PublishedIn(api, environment) == schema.Yes && p.AuthorizedIn(api, environment) == schema.No {
			publications = append(publications, publication)
		}
	}
	return publications
}
