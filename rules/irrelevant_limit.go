package rules

import (
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// irrelevantLimit finds limits that no call is counted against.
var irrelevantLimit = &lint.Rule{
	ID: "POL512", Name: "irrelevant-limit", Level: lint.Warning, Cause: lint.Policy,
	Title:     "a limit per app or user on APIs that identify neither",
	Symptom:   "none: the limit has no effect",
	Elsewhere: true,
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_throttling_policy"},
	Check: lint.Each(func(p *lint.Pass, t *schema.Throttling) {
		apis, ok := p.APIsUnder(t).All()
		if !ok || len(apis) == 0 {
			return
		}
		var modes []string
		for _, api := range apis {
			mode, ok := api.Authentication.Or("NONE")
			if !ok {
				return
			}
			modes = append(modes, mode)
		}
		app, iam := slices.Contains(modes, "APP"), slices.Contains(modes, "IAM")
		if limits(t.PerApp) && !app {
			p.Reportf(t, t.PerApp, "%s limits calls per app, but no API it is bound to uses APP authentication: the limit has no effect", t).
				Remedyf("limit addresses with max_ip_requests in %s, or use APP authentication in its APIs", t)
		}
		if limits(t.PerUser) && !app && !iam {
			p.Reportf(t, t.PerUser, "%s limits calls per user, but no API it is bound to uses IAM or APP authentication: the limit has no effect", t).
				Remedyf("limit addresses with max_ip_requests in %s, or use IAM or APP authentication in its APIs", t)
		}
	}),
}

// limits reports whether a limit is certainly set: 0 is none.
func limits(v schema.Value[int]) bool {
	most, ok := v.Get()
	return ok && most > 0
}
