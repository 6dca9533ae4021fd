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
	Doc: `An API is edited apart from what callers get: they get the version that was published last. A plan that updates an
API and leaves its publication as it is ends well, and nothing changes for callers.

The rule is about plans alone. It is silent about changes that callers do not see (the description, tags), about
publications that pin a version, and where an action publishes in the same plan.

Let the description of the publication depend on what the API is made from, then the plan publishes it again.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api_publishment"},
	Before: strings.Replace(ordersAPI, "PATH", "/orders", 1) + `
resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = "release 7f3c1d9"
}
`,
	Bad: strings.Replace(ordersAPI, "PATH", "/v2/orders", 1) + `
resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = "release 7f3c1d9"
}
`,
	Good: strings.Replace(ordersAPI, "PATH", "/v2/orders", 1) + `
resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = "release 09a4e62"
}
`,
	Check: lint.Each(func(p *lint.Pass, publication *schema.Publication) {
		api := publication.API.Target()
		if api == nil || api.Change == nil || publication.Change == nil || publication.Change.Act != schema.NoOp {
			return
		}
		if version, ok := publication.Version.Or(""); !ok || version != "" || actsNow(p) {
			return
		}
		if changed := seenByCallers(api.Change); api.Change.Act == schema.Update && len(changed) > 0 {
			p.Reportf(publication, publication, "%s stays as it is while %s changes (%s): callers keep getting the old version",
				publication, api, strings.Join(changed, ", ")).Relate(api.Range(), "the API is here")
		}
	}),
}

const ordersAPI = `
resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "PATH"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}
`

// seenByCallers answers the changed arguments that make a difference to a call.
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
