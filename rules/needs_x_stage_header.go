package rules

import (
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
)

// needsXStageHeader finds APIs that callers reach only with a header that few of them know.
var needsXStageHeader = &lint.Rule{
	ID: "PUB302", Name: "needs-x-stage-header", Level: lint.Warning, Cause: lint.Publishing,
	Title:     "an API that can be called only with the X-Stage header",
	Codes:     []string{"APIG.0101"},
	Elsewhere: true,
	Links:     []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0014.html"},
	Options: []lint.Option{{
		Name: "header_environments", Type: lint.EnvironmentNames, Example: `["beta"]`,
		Doc: "environments whose callers send the header: an API that is published to these alone is not reported",
	}},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		if !api.Contained() || p.Published(api) != schema.Yes || p.PublishedIn(api, schema.Release) != schema.No {
			return
		}
		names, certain := environmentsByName(p, api).All()
		withHeader := func(environment string) bool { return slices.Contains(p.Texts("header_environments"), environment) }
		if !certain || !slices.ContainsFunc(names, func(environment string) bool { return !withHeader(environment) }) {
			return
		}
		publish := "publish it to RELEASE too (env_id = \"" + schema.ReleaseID + "\")"
		if api.ByTrigger {
			publish = "set its environment to RELEASE"
		}
		p.Reportf(api, api, "%s is published to %s but not to RELEASE: calls without the X-Stage header get APIG.0101",
			api, prose.Some(names, "and")).
			Remedyf("%s, or list %s in header_environments", publish, prose.Some(names, "or"))
	}),
}

// environmentsByName returns the names of the environments that an API is certainly published to. These are not all where one is not
// known, or is RELEASE under its own name.
func environmentsByName(p *lint.Pass, api *schema.API) schema.Set[string] {
	published := schema.SetOf(p.PublicationsOf(api).Certain()...)
	return schema.Map(published, func(publication *schema.Publication) (string, bool) {
		name := schema.EnvironmentName(publication.Environment)
		return name, name != "" && name != schema.Release
	})
}
