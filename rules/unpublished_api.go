package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unpublishedAPI finds APIs that exist and cannot be called.
var unpublishedAPI = &lint.Rule{
	ID: "PUB301", Name: "unpublished-api", Level: lint.Error, Cause: lint.Publishing,
	Title:     "an API that is not published",
	Codes:     []string{"APIG.0101"},
	Elsewhere: true,
	Links:     []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0014.html"},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		if api.Contained() && p.Published(api) == schema.No {
			p.Reportf(api, api, "%s is not published to any environment: calls get APIG.0101", api).
				Remedyf("publish it with a %s whose api_id is %s.id", typed(api.Resource, "apig_api_publishment"), api)
		}
	}),
}
