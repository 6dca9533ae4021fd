package rules

import (
	"cmp"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
)

// misplacedAuthorization finds authorizations in an environment where there is nothing to call.
var misplacedAuthorization = &lint.Rule{
	ID: "AUT402", Name: "misplaced-authorization", Level: lint.Error, Cause: lint.Authentication,
	Title:     "an authorization in an environment where the API is not published",
	Codes:     []string{"APIG.0101"},
	Elsewhere: true,
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_application_authorization"},
	Check: lint.Each(func(p *lint.Pass, authorization *schema.Authorization) {
		environment := authorization.EnvironmentKey()
		if environment == "" {
			return
		}
		var apis []string
		var first *schema.API
		for _, item := range authorization.APIs.Certain() {
			api := item.Target()
			if api != nil && api.Contained() && p.Published(api) == schema.Yes && p.PublishedIn(api, environment) == schema.No {
				apis = append(apis, api.String())
				first = cmp.Or(first, api)
			}
		}
		if len(apis) > 0 {
			p.Reportf(authorization, authorization,
				"%s authorizes an app for %s in %s, where %s not published: the apply fails, and calls get APIG.0101",
				authorization, prose.Some(apis, "and"), schema.EnvironmentText(authorization.Environment), prose.Agree(len(apis), "it is", "they are")).
				Relate(authorization.Environment.Range(), "%s names its environment here", authorization).
				Remedyf("set env_id of %s to the env_id of a publication of %[2]s, or publish %[2]s to %[3]s", authorization, first,
					schema.EnvironmentText(authorization.Environment))
		}
	}),
}
