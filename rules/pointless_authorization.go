package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// pointlessAuthorization finds authorizations that nobody asks for.
var pointlessAuthorization = &lint.Rule{
	ID: "AUT409", Name: "pointless-authorization", Level: lint.Warning, Cause: lint.Authentication,
	Title:   "an authorization for an API that asks for none",
	Symptom: "none: the authorization has no effect",
	Doc: `Applications are authorized for APIs with APP authentication. An API with IAM authentication, with a custom authorizer or
with none does not look at applications: the authorization protects nothing, and whoever reads it may think that only this
application can call.

Set ` + "`security_authentication`" + ` to APP, or remove the API from the authorization. The rule is silent where the authentication is
not known.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_application_authorization"},
	Bad: `
resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

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
	Check: lint.Each(func(p *lint.Pass, authorization *schema.Authorization) {
		var apis []string
		for _, item := range authorization.APIs.Items {
			api := item.Target()
			if api == nil {
				continue
			}
			if mode, ok := api.Authentication.Or("NONE"); ok && mode != "APP" {
				apis = append(apis, api.String()+" ("+mode+")")
			}
		}
		if len(apis) > 0 {
			p.Reportf(authorization, authorization, "%s is for %s, which does not ask for an application: it has no effect",
				authorization, listed(apis, "and"))
		}
	}),
}
