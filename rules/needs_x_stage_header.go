package rules

import (
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// needsXStageHeader finds APIs that callers reach only with a header that few of them know.
var needsXStageHeader = &lint.Rule{
	ID: "PUB302", Name: "needs-x-stage-header", Level: lint.Warning, Cause: lint.Publishing,
	Title: "an API that can be called only with the X-Stage header",
	Codes: []string{"APIG.0101"},
	Doc: `The gateway looks for an API in the environment that the header ` + "`X-Stage`" + ` names, and in RELEASE where the request
has no such header. An API that is published to other environments alone answers ordinary calls with APIG.0101, "the API does not
exist or has not been published".

It is legitimate for an API that is still in test, or where a client or a proxy in front sets the header: say so with an
ignore comment, or list the environment in the option ` + "`header_environments`" + `. Otherwise publish the API to RELEASE too, whose id is DEFAULT_ENVIRONMENT_RELEASE_ID on every gateway.

The rule is silent where an environment, or its name, is not known, and where the API may be published by something else: a publication
whose API is not certain, a one-time action, a provisioner, or a module that could not be read.`,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0014.html"},
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
  env_id      = huaweicloud_apig_environment.beta.id
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
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
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  for_each = {
    beta    = huaweicloud_apig_environment.beta.id
    release = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  }

  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = each.value
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}
`,
	Options: []lint.Option{{
		Name: "header_environments", Type: lint.EnvironmentNames, Example: `["beta"]`,
		Doc: "environments whose callers send the header: an API that is published to these alone is not reported",
	}},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		if !api.Contained() || p.Published(api) != schema.Yes || p.PublishedIn(api, schema.Release) != schema.No {
			return
		}
		names, certain := environmentsByName(p, api)
		withHeader := func(environment string) bool { return slices.Contains(p.Texts("header_environments"), environment) }
		if !certain || !slices.ContainsFunc(names, func(environment string) bool { return !withHeader(environment) }) {
			return
		}
		p.Reportf(api, api, "%s is published to %s and not to RELEASE: calls without the header X-Stage get APIG.0101",
			api, listed(names, "and"))
	}),
}

// environmentsByName answers the names of the environments that an API is published to. It is false where one is not known, or is
// RELEASE under its own name.
func environmentsByName(p *lint.Pass, api *schema.API) ([]string, bool) {
	var names []string
	publications, _ := p.PublicationsOf(api)
	for _, publication := range publications {
		name := schema.EnvironmentName(publication.Environment)
		if name == "" || name == schema.Release {
			return nil, false
		}
		names = append(names, name)
	}
	return names, true
}
