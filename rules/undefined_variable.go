package rules

import (
	"regexp"
	"sync"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// undefinedVariable finds backends that are written with a variable that the environment does not have.
var undefinedVariable = &lint.Rule{
	ID: "PUB308", Name: "undefined-variable", Level: lint.Error, Cause: lint.Publishing,
	Title:   "a backend with a variable that the environment does not define",
	Symptom: "the API cannot be published to the environment, or calls to it fail",
	Doc: `` + "`#name#`" + ` in the path or the address of a backend stands for a variable of the API's group in the environment that is called.
Where the group has no such variable in an environment, the API cannot be published there, or calls to it fail. Names are
case-sensitive.

Define the variable for every environment that the API is published to, with ` + "`huaweicloud_apig_environment_variable`" + ` or in the
group's ` + "`environment`" + ` block. The rule is silent where the group is declared elsewhere, and where a variable's name, group or environment
is not known.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_environment_variable"},
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

  web {
    path             = "/#root#/orders"
    backend_address  = "10.1.0.8:8080"
    request_protocol = "HTTP"
    timeout          = 5000
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
resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  web {
    path             = "/#root#/orders"
    backend_address  = "10.1.0.8:8080"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}

resource "huaweicloud_apig_environment_variable" "root" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  name        = "root"
  value       = "v2"
}
`,
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		group := api.Group.Target()
		if group == nil {
			return
		}
		backends, _ := api.Backends()
		for _, backend := range backends {
			if backend.Web == nil {
				continue
			}
			reportUndefined(p, api, group, backend.Web.Path)
			if !backend.Policy { // the address of a policy is not sent
				reportUndefined(p, api, group, backend.Web.Address)
			}
		}
	}),
}

// variable is a reference to a variable of the environment.
var variable = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`#([A-Za-z][A-Za-z0-9_-]*)#`) })

func reportUndefined(p *lint.Pass, api *schema.API, group *schema.Group, where schema.Value[string]) {
	text, ok := where.Get()
	if !ok || where.Sensitive() {
		return
	}
	var missing []string
	publications, _ := p.PublicationsOf(api)
	for _, match := range variable().FindAllStringSubmatch(text, -1) {
		for _, publication := range publications {
			environment := publication.EnvironmentKey()
			if p.PublishedIn(api, environment) == schema.Yes && p.VariableIn(group, environment, match[1]) == schema.No {
				missing = append(missing, match[0]+" in "+schema.EnvironmentText(publication.Environment))
			}
		}
	}
	if len(missing) > 0 {
		p.Reportf(api, where, "%s needs a variable that %s does not define (%s): it cannot be published there, or calls to it fail",
			api, group, listed(missing, "and")).
			Relate(group.Range(), "the group is here")
	}
}
