package rules

import (
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

var unrepublishedChange = &lint.Rule{
	ID: "PUB304", Name: "unrepublished-change", Level: lint.Error, Cause: lint.Publishing,
	Title:   "a change of an API that is not published",
	Symptom: "callers get the version before the change",
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api_publishment"},
	Changes: true,
	Check: lint.Each(func(p *lint.Pass, publication *schema.Publication) {
		api := publication.API.Target()
		if api == nil || api.Change == nil || publication.Change == nil || publication.Change.Act != schema.NoOp {
			return
		}
		if version, ok := publication.Version.Or(""); !ok || version != "" || actsNow(p) {
			return
		}
		if changed := seenByCallers(api.Change); api.Change.Act == schema.Update && len(changed) > 0 {
			p.Reportf(publication, publication, "%s is not updated although %s changes (%s): callers keep getting the old version",
				publication, api, strings.Join(changed, ", ")).Relate(api.Range(), "%s is here", api).
				Remedyf("let the description of %s depend on %s, so that the plan publishes the change", publication, api)
		}
	}),
}

// seenByCallers returns the changed arguments that make a difference to a call.
func seenByCallers(change *schema.Change) []string {
	var seen []string
	for _, name := range change.Arguments {
		switch name {
		case "body_description", "description", "enable_force_new", "failure_response", "name", "success_response", "tags":
		default:
			seen = append(seen, name)
		}
	}
	return seen
}

// actsNow reports whether the plan runs an action that may publish.
func actsNow(p *lint.Pass) bool {
	runs := func(r *schema.Resource, action schema.Value[string]) bool {
		return r.Change != nil && r.Change.Act != schema.NoOp && !action.Is("offline")
	}
	for _, a := range p.Actions {
		if runs(a.Resource, a.Action) {
			return true
		}
	}
	for _, a := range p.BatchActions {
		if runs(a.Resource, a.Action) {
			return true
		}
	}
	return false
}
