package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// wrongAuthorizer finds authorizers on the wrong side of the gateway.
var wrongAuthorizer = &lint.Rule{
	ID: "AUT405", Name: "wrong-authorizer", Level: lint.Error, Cause: lint.Authentication,
	Title:   "an authorizer on the wrong side",
	Symptom: "the apply is refused",
	Doc: `A custom authorizer of type FRONTEND authenticates callers: it belongs into ` + "`authorizer_id`" + ` of the API. One of type
BACKEND makes what the gateway sends to the backend: it belongs into ` + "`authorizer_id`" + ` of ` + "`web`" + `, ` + "`func_graph`" + `, ` + "`mock`" + ` or their
policies. The types do not stand in for each other, and the service refuses the API.

Use an authorizer of the other type. An authorizer without ` + "`type`" + ` is a FRONTEND one.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_custom_authorizer"},
	Bad: `
variable "function_urn" {
  type = string
}

resource "huaweicloud_apig_custom_authorizer" "callers" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "callers"
  function_urn     = var.function_urn
  function_version = "latest"
  type             = "BACKEND"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "AUTHORIZER"
  authorizer_id           = huaweicloud_apig_custom_authorizer.callers.id

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}
`,
	Good: `
variable "function_urn" {
  type = string
}

resource "huaweicloud_apig_custom_authorizer" "callers" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "callers"
  function_urn     = var.function_urn
  function_version = "latest"
  type             = "FRONTEND"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "AUTHORIZER"
  authorizer_id           = huaweicloud_apig_custom_authorizer.callers.id

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}
`,
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		reportAuthorizer(p, api, api.Authorizer, "FRONTEND", "its callers")
		backends, _ := api.Backends()
		for _, backend := range backends {
			for _, ref := range authorizers(backend) {
				reportAuthorizer(p, api, ref, "BACKEND", "its backend")
			}
		}
	}),
}

func authorizers(backend *schema.Backend) []schema.Ref[schema.Authorizer] {
	switch {
	case backend.Web != nil:
		return []schema.Ref[schema.Authorizer]{backend.Web.Authorizer}
	case backend.Function != nil:
		return []schema.Ref[schema.Authorizer]{backend.Function.Authorizer}
	case backend.Mock != nil:
		return []schema.Ref[schema.Authorizer]{backend.Mock.Authorizer}
	}
	return nil
}

func reportAuthorizer(p *lint.Pass, api *schema.API, ref schema.Ref[schema.Authorizer], want, side string) {
	authorizer := ref.Target()
	if authorizer == nil {
		return
	}
	kind, ok := authorizer.Type.Or("FRONTEND")
	if ok && kind != want && (kind == "FRONTEND" || kind == "BACKEND") {
		p.Reportf(api, ref, "%s uses %s for %s, and that is of type %s, not %s: the apply is refused", api, authorizer, side, kind, want).
			Relate(authorizer.Range(), "the authorizer is here")
	}
}
