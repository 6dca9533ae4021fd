package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unawaitedPublication finds what needs a published API, and is made whether it is published yet or not.
var unawaitedPublication = &lint.Rule{
	ID: "PUB314", Name: "unawaited-publication", Level: lint.Warning, Cause: lint.Publishing,
	Title:     "an authorization or a plugin association that does not wait for the publication of its API",
	Symptom:   "the first apply fails",
	Elsewhere: true,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_application_authorization",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_plugin_batch_apis_associate",
	},
	Check: lint.Given(func(p *lint.Pass) {
		for _, a := range p.Authorizations {
			reportUnawaited(p, a.Resource, a.EnvironmentKey(), targets(a.APIs))
		}
		for _, b := range p.PluginAPIs {
			reportUnawaited(p, b.Resource, b.EnvironmentKey(), targets(b.APIs))
		}
		for _, b := range p.APIPlugins {
			if b.Plugins.Empty() == schema.No {
				reportUnawaited(p, b.Resource, b.EnvironmentKey(), []*schema.API{b.API.Target()})
			}
		}
	}, lint.Of[schema.Authorization], lint.Of[schema.PluginAPIs], lint.Of[schema.APIPlugins]),
}

// targets returns the objects that are certainly named.
func targets[T any](refs schema.Refs[T]) []*T {
	var all []*T
	for _, item := range refs.Certain() {
		all = append(all, item.Target())
	}
	return all
}

// reportUnawaited reports what is made without waiting for the publication of one of its APIs.
func reportUnawaited(p *lint.Pass, r *schema.Resource, environment schema.EnvironmentKey, apis []*schema.API) {
	if r.Symbolic() || r.Exists() {
		return
	}
	for _, api := range apis {
		if api == nil || api.Symbolic() {
			continue
		}
		publishers := p.Unawaited(r, api, environment)
		if len(publishers) == 0 {
			continue
		}
		by := publishers[0]
		p.Reportf(r, r, "%s does not wait for %s: if it is created first, %s is not published yet, and the apply fails", r, by, api).
			Relate(by.Range(), "%s publishes the API here", by).
			Remedyf("let %s depend on %s, with depends_on in the resource or in its module block", r, by)
		return
	}
}
