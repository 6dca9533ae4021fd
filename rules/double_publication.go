package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// doublePublication finds publications that own the same thing.
var doublePublication = &lint.Rule{
	ID: "PUB306", Name: "double-publication", Level: lint.Error, Cause: lint.Publishing,
	Title: "two publications of one API to the same environment",
	Codes: []string{"APIG.0101"},
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api_publishment"},
	Check: lint.Clash(
		func(_ *lint.Pass, publication *schema.Publication) (published, bool) {
			api, environment := publication.API.Target(), publication.EnvironmentKey()
			certain := api != nil && !api.Symbolic() && environment != "" && !publication.Symbolic()
			return published{api, environment}, certain
		},
		func(p *lint.Pass, first, again *schema.Publication) {
			p.Reportf(again, again, "%s publishes %s to %s, and so does %s: destroying either one takes the API offline, and calls get APIG.0101",
				again, again.API.Target(), schema.EnvironmentText(again.Environment), first).
				Relate(first.Range(), "%s is here", first).
				Remedyf("remove %s or %s, or publish to another environment", again, first)
		},
	),
}

// published is an API in an environment.
type published struct {
	api         *schema.API
	environment schema.EnvironmentKey
}
