package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// oneTimePublication finds APIs that are published once and never again.
var oneTimePublication = &lint.Rule{
	ID: "PUB312", Name: "one-time-publication", Level: lint.Warning, Cause: lint.Publishing,
	Title:     "an API that is published only once, by an action",
	Symptom:   "callers get the old version, or none",
	Elsewhere: true,
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api_action"},
	Check: lint.Given(func(p *lint.Pass) {
		for _, action := range p.Actions {
			if api := action.API.Target(); api != nil {
				publishesOnce(p, action.Resource, action.Action, api)
			}
		}
		for _, action := range p.BatchActions {
			var apis []*schema.API
			for _, item := range action.APIs.Certain() {
				if api := item.Target(); api != nil {
					apis = append(apis, api)
				}
			}
			if group := action.Group.Target(); group != nil {
				apis = append(apis, p.APIsOf(group).Certain()...)
			}
			publishesOnce(p, action.Resource, action.Action, apis...)
		}
	}, lint.Of[schema.Action], lint.Of[schema.BatchAction]),
}

// publishesOnce reports an action that publishes APIs that no publication keeps published.
func publishesOnce(p *lint.Pass, action *schema.Resource, what schema.Value[string], apis ...*schema.API) {
	if !what.Is("online") || action.Block.Arg("enable_force_new") != nil {
		return
	}
	if _, again := action.ReplacedWith(); again {
		return
	}
	for _, api := range apis {
		if api.Contained() && p.KeptPublished(api) == schema.No {
			p.Reportf(action, action, "%s publishes %s only once: later changes of the API do not reach callers", action, api).
				Relate(api.Range(), "%s is here", api).
				Remedyf("use a %s whose api_id is %s.id instead", typed(api.Resource, "apig_api_publishment"), api)
			return
		}
	}
}
