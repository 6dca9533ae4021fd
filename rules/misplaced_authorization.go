package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// misplacedAuthorization finds authorizations in an environment where there is nothing to call.
var misplacedAuthorization = &lint.Rule{
	ID: "AUT402", Name: "misplaced-authorization", Level: lint.Error, Cause: lint.Authentication,
	Title: "an authorization in an environment where the API is not published",
	Codes: []string{"APIG.0101"},
	Doc: `An authorization is for one API in one environment, and the API has to be published in that environment first: the service refuses
to authorize an application for an API that is not there, and calls to the environment get APIG.0101. Most often the authorization
names one environment and the publication another.

Take the environment from the publication, ` + "`env_id = huaweicloud_apig_api_publishment.orders.env_id`" + `, which also makes
Terraform publish first. The rule is silent where an environment, or a publication of the API, is not certain, and where the API is not
published at all, which unpublished-api (PUB301) reports.`,
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

resource "huaweicloud_apig_application_authorization" "release" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.client.id
  env_id         = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids        = [huaweicloud_apig_api.orders.id]
}

resource "huaweicloud_apig_application_authorization" "beta" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.client.id
  env_id         = huaweicloud_apig_environment.beta.id
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

resource "huaweicloud_apig_application_authorization" "release" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.client.id
  env_id         = huaweicloud_apig_api_publishment.orders.env_id
  api_ids        = [huaweicloud_apig_api.orders.id]
}
`,
	Check: lint.Each(func(p *lint.Pass, authorization *schema.Authorization) {
		environment := authorization.EnvironmentKey()
		if environment == "" {
			return
		}
		var apis []string
		for _, item := range authorization.APIs.Items {
			api := item.Target()
			if api != nil && api.Contained() && p.Published(api) == schema.Yes && p.PublishedIn(api, environment) == schema.No {
				apis = append(apis, api.String())
			}
		}
		if len(apis) > 0 {
			p.Reportf(authorization, authorization,
				"%s is for %s in %s, where it is not published: the authorization is refused, and calls get APIG.0101",
				authorization, listed(apis, "and"), schema.EnvironmentText(authorization.Environment)).
				Relate(authorization.Environment.Range(), "the environment is named here")
		}
	}),
}
