package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// offlineAction finds actions that take offline what a publication keeps published.
var offlineAction = &lint.Rule{
	ID: "PUB315", Name: "offline-action", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Publishing,
	Title:     "an action that takes an API offline while a publication is declared",
	Codes:     []string{"APIG.0101"},
	Elsewhere: true,
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api_action"},
	Check: lint.Given(func(p *lint.Pass) {
		published := memo(p.PublicationsOf)
		for _, a := range p.Actions {
			if a.Action.Is("offline") {
				reportOffline(p, published, a.Resource, a.EnvironmentKey(), []*schema.API{a.API.Target()})
			}
		}
		for _, a := range p.BatchActions {
			if a.Action.Is("offline") {
				reportOffline(p, published, a.Resource, a.EnvironmentKey(), apisOf(p, a))
			}
		}
		for _, u := range p.Unpublishings {
			for _, origin := range u.Version.Origins() {
				if publication, ok := p.Object(origin.Instance).(*schema.Publication); ok {
					reportOffline(p, published, u.Resource, publication.EnvironmentKey(), []*schema.API{publication.API.Target()})
				}
			}
		}
	}, lint.Of[schema.Action], lint.Of[schema.BatchAction], lint.Of[schema.Unpublishing]),
}

// apisOf returns the APIs that an action certainly is about.
func apisOf(p *lint.Pass, a *schema.BatchAction) []*schema.API {
	if group := a.Group.Target(); group != nil {
		return p.APIsOf(group).Certain()
	}
	return targets(a.APIs)
}

// reportOffline reports what takes APIs offline in an environment, for the first publication that it may come after.
func reportOffline(
	p *lint.Pass, published func(*schema.API) schema.Set[*schema.Publication], r *schema.Resource, environment schema.EnvironmentKey, apis []*schema.API,
) {
	if r.Symbolic() || r.Exists() || environment == "" {
		return
	}
	after := r.Instance.Awaits()
	for _, api := range apis {
		if api == nil || api.Symbolic() {
			continue
		}
		publications, ok := published(api).All()
		for _, publication := range publications {
			before := publication.Instance.Awaits()(r.Instance)
			if !ok || before || publication.Symbolic() || publication.EnvironmentKey() != environment {
				continue
			}
			level, when := lint.Error, "after"
			if !after(publication.Instance) {
				level, when = lint.Warning, "before or after"
			}
			p.ReportLevelf(level, r, r, "%s takes %s offline, and runs %s %s publishes it: calls get APIG.0101, and the next plan fails, because the publication is not found",
				r, api, when, publication).Relate(publication.Range(), "%s publishes the API here", publication).
				Remedyf("remove %s, or remove %s if %s is to stay offline", r, publication, api)
			return
		}
	}
}
