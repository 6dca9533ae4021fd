package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// missingAppCode finds APIs that take AppCodes that nobody has.
var missingAppCode = &lint.Rule{
	ID: "AUT403", Name: "missing-appcode", Level: lint.Warning, Cause: lint.Authentication,
	Title:   "simple authentication without an AppCode",
	Symptom: "calls with an AppCode are refused",
	Doc: `With ` + "`simple_authentication`" + ` callers may send an AppCode in the header ` + "`X-Apig-AppCode`" + ` instead of signing the request.
The AppCode is one of an application that is authorized for the API. Where none of them has an AppCode, such calls are
refused, and signing is all that is left.

Give an application an AppCode (` + "`huaweicloud_apig_appcode`" + `, which makes one if no value is given), or switch simple
authentication off. The rule is silent where an authorization, its application, or an AppCode is not certain.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_appcode"},
	Bad: `
resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "APP"
  simple_authentication   = true

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

resource "huaweicloud_apig_application" "client" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "client"
}

resource "huaweicloud_apig_application_authorization" "client" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.client.id
  env_id         = huaweicloud_apig_api_publishment.orders.env_id
  api_ids        = [huaweicloud_apig_api.orders.id]
}
`,
	Good: `
resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "APP"
  simple_authentication   = true

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

resource "huaweicloud_apig_application" "client" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "client"
}

resource "huaweicloud_apig_application_authorization" "client" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.client.id
  env_id         = huaweicloud_apig_api_publishment.orders.env_id
  api_ids        = [huaweicloud_apig_api.orders.id]
}

resource "huaweicloud_apig_appcode" "client" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.client.id
}
`,
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		if !api.Contained() || !api.Authentication.Is("APP") || !api.Simple.Is(true) {
			return
		}
		authorizations, complete := p.AuthorizationsOf(api)
		if !complete || len(authorizations) == 0 {
			return // unauthorized-api
		}
		for _, authorization := range authorizations {
			app := authorization.Application.Target()
			if app == nil || p.HasAppCode(app) != schema.No {
				return
			}
		}
		p.Reportf(api, api.Simple, "%s takes AppCodes, and no application that is authorized for it has one: calls with X-Apig-AppCode are refused", api).
			Relate(authorizations[0].Application.Target().Range(), "the application without an AppCode is here")
	}),
}
