package rules

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unmappedBackendParameter finds backend parameters that do not agree with the backend's path or the request.
var unmappedBackendParameter = &lint.Rule{
	ID: "API603", Name: "unmapped-backend-parameter", Level: lint.Error, Cause: lint.Backend,
	Title: "a backend parameter that nothing fills, or that fills nothing",
	Codes: []string{"APIG.2027", "APIG.2028"},
	Doc: "The gateway makes the backend's request out of the caller's by `backend_params`" + `, for the default backend and
for each policy on their own. Each ` + "`{name}`" + ` in a backend's path needs a parameter of that name with ` +
		"`location = \"PATH\"`" + `, and each such parameter its ` + "`{name}`" + ` in the path: otherwise the apply gets
APIG.2027. A parameter of the type REQUEST names one of the API's ` + "`request_params` in `value`" + `: otherwise the apply
gets APIG.2028.

The rule is silent where a path, a name or a location is not known, where a variable of the environment (` + "`#name#`" + `) may bring
the parameter into the path, and where an orchestration rule may make the parameter that is mapped. A parameter of the
API's own path that is not declared is left to undeclared-path-parameter.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api"},
	Bad: `
resource "huaweicloud_apig_api" "order" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "order"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders/{id}"
  security_authentication = "IAM"

  request_params {
    name     = "id"
    location = "PATH"
    type     = "STRING"
    required = true
  }

  web {
    path             = "/v1/orders/{number}"
    backend_address  = "10.1.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_apig_api_publishment" "order" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.order.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.order.request_method, huaweicloud_apig_api.order.request_path]))
}
`,
	Good: `
resource "huaweicloud_apig_api" "order" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "order"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders/{id}"
  security_authentication = "IAM"

  request_params {
    name     = "id"
    location = "PATH"
    type     = "STRING"
    required = true
  }

  backend_params {
    type     = "REQUEST"
    name     = "number"
    location = "PATH"
    value    = "id"
  }

  web {
    path             = "/v1/orders/{number}"
    backend_address  = "10.1.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_apig_api_publishment" "order" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.order.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.order.request_method, huaweicloud_apig_api.order.request_path]))
}
`,
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		backends, _ := api.Backends()
		for _, b := range backends {
			checkBackendPath(p, b)
			checkMappings(p, b)
		}
	}),
}

// checkBackendPath compares the parameters in a backend's path with those that are declared for it.
func checkBackendPath(p *lint.Pass, b *schema.Backend) {
	if b.Web == nil {
		return
	}
	path, ok := b.Web.Path.Get()
	if !ok {
		return
	}
	inPath := schema.PathParams(path)
	declared, complete := map[string]bool{}, !b.Params.Open
	for _, param := range b.Params.Items {
		name, named := param.Name.Get()
		location, located := param.Location.Get()
		complete = complete && named && located
		if !named || location != "PATH" {
			continue
		}
		declared[name] = true
		if !slices.Contains(inPath, name) && !strings.Contains(path, "#") {
			p.Reportf(b.API, param.Name, "%s has a backend parameter %s with the location PATH and no {%s} in its backend's path: "+
				"the apply gets APIG.2027", b.API, name, name).Relate(b.Web.Path.Range(), "the backend's path is here")
		}
	}
	for _, name := range inPath {
		if complete && !declared[name] {
			p.Reportf(b.API, b.Web.Path, "%s has {%s} in its backend's path and no backend parameter that fills it: "+
				"the apply gets APIG.2027", b.API, name)
		}
	}
}

// checkMappings looks for the request parameters that a backend's parameters are filled from.
func checkMappings(p *lint.Pass, b *schema.Backend) {
	requested, complete := requestParams(b.API)
	path, ok := b.API.Path.Get()
	if !complete || !ok {
		return
	}
	for _, name := range schema.PathParams(path) {
		requested[name] = true
	}
	for _, param := range b.Params.Items {
		name, ok := param.Source.Get()
		if ok && param.Type.Is("REQUEST") && !requested[name] {
			p.Reportf(b.API, param.Source, "%s fills a backend parameter from its request parameter %s, which is not declared: "+
				"the apply gets APIG.2028", b.API, name)
		}
	}
}

// requestParams answers the names of the request parameters of an API, and whether there are certainly no others.
func requestParams(api *schema.API) (names map[string]bool, complete bool) {
	names, complete = map[string]bool{}, !api.Params.Open
	for _, param := range api.Params.Items {
		name, ok := param.Name.Get()
		complete = complete && ok && param.Orchestrations.Absent()
		names[name] = true
	}
	return names, complete
}
