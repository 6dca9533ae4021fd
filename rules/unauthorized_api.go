package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unauthorizedAPI finds APIs for applications that no application may call.
var unauthorizedAPI = &lint.Rule{
	ID: "AUT401", Name: "unauthorized-api", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Authentication,
	Title: "an API that no application is authorized for",
	Codes: []string{"APIG.0304"},
	Doc: `An API with APP authentication is called with the key of an application, and the application has to be authorized
for this API in this environment. Having a key is not enough: calls get APIG.0304, "the app is not authorized to access the API".
An authorization is good for one environment only.

It is an error where the configuration declares applications, and a warning where it declares none: they may be made and
authorized elsewhere.

Add a ` + "`huaweicloud_apig_application_authorization`" + ` for the API and the environment. The rule is silent where an authorization may
name the API, or its environment is not known.`,
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
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		if !api.Contained() || !api.Authentication.Is("APP") {
			return
		}
		environments := unauthorizedEnvironments(p, api)
		if len(environments) == 0 {
			return
		}
		level := lint.Warning
		if len(p.Applications) > 0 {
			level = lint.Error
		}
		p.ReportLevelf(level, api, api, "%s wants an application's key, and no application is authorized for it in %s: calls get APIG.0304",
			api, listed(environments, "or")).Relate(api.Authentication.Range(), "APP authentication is asked for here")
	}),
}

// unauthorizedEnvironments names the environments where an API is certainly published and certainly nobody is authorized for it.
func unauthorizedEnvironments(p *lint.Pass, api *schema.API) []string {
	var environments []string
	publications, _ := p.PublicationsOf(api)
	for _, publication := range publications {
		environment := publication.EnvironmentKey()
		if p.PublishedIn(api, environment) == schema.Yes && p.AuthorizedIn(api, environment) == schema.No {
			environments = append(environments, schema.EnvironmentText(publication.Environment))
		}
	}
	return environments
}
