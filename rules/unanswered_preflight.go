package rules

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unansweredPreflight finds APIs for browsers whose preflight requests nothing answers.
var unansweredPreflight = &lint.Rule{
	ID: "API604", Name: "unanswered-preflight", Level: lint.Warning, Cause: lint.Backend,
	Title: "an API with CORS whose preflight requests nothing answers",
	Codes: []string{"APIG.0101"},
	Doc: "`cors = true`" + ` adds the headers for cross-origin sharing to the API's answers, which is enough for simple
requests. For all others (a method other than GET, HEAD and POST, or a header such as Authorization or X-Auth-Token) a
browser first sends a preflight request with the method OPTIONS. Where nothing in the group takes it, it gets APIG.0101, and
the browser never sends the call itself.

Declare an API with the method OPTIONS for the path, usually a mock for ` + "`/` with prefix matching and `cors = true`" + `,
or apply a plugin of the type cors, which answers preflight requests by itself.

The rule is silent where the request may be simple, for an API with the method ANY, which takes OPTIONS itself, and where an API
or a plugin that is not certain may answer.`,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0011.html"},
	Bad: `
resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "PUT"
  request_path            = "/orders"
  security_authentication = "IAM"
  cors                    = true

  web {
    path             = "/orders"
    backend_address  = "10.1.0.8:8080"
    request_method   = "PUT"
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
  request_method          = "PUT"
  request_path            = "/orders"
  security_authentication = "IAM"
  cors                    = true

  web {
    path             = "/orders"
    backend_address  = "10.1.0.8:8080"
    request_method   = "PUT"
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

resource "huaweicloud_apig_plugin" "cors" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "cors"
  type        = "cors"
  content = jsonencode({
    allow_origin      = "https://shop.example.com"
    allow_methods     = "PUT"
    allow_headers     = "X-Auth-Token,Content-Type"
    expose_headers    = "X-Request-Id"
    max_age           = 86400
    allow_credentials = true
  })
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "cors" {
  instance_id = huaweicloud_apig_instance.main.id
  plugin_id   = huaweicloud_apig_plugin.cors.id
  env_id      = huaweicloud_apig_api_publishment.orders.env_id
  api_ids     = [huaweicloud_apig_api.orders.id]
}
`,
	Check: func(p *lint.Pass) {
		answered := memo(func(group *schema.Group) preflights { return preflightsOf(p, group) })
		for _, api := range p.APIs {
			group := api.Group.Target()
			protocol, known := api.Protocol.Or("")
			if group == nil || !api.CORS.Is(true) || !known || protocol == "GRPCS" {
				continue // browsers do not speak gRPC
			}
			reason := preflighted(p, api)
			if reason == "" || p.PluginOf(api, "cors") != schema.No || answered(group).may(api) {
				continue
			}
			p.Reportf(api, api.CORS, "%s has CORS and %s, for which browsers send an OPTIONS request first, and nothing in its group "+
				"answers that: it gets APIG.0101", api, reason)
		}
	},
}

// preflighted answers why browsers send a preflight request before they call the API, and "" where they may not.
func preflighted(p *lint.Pass, api *schema.API) string {
	if method, _ := api.Method.Get(); method == "PUT" || method == "PATCH" || method == "DELETE" {
		return "the method " + method
	}
	for _, param := range api.Params.Items {
		if name, ok := param.Name.Get(); ok && param.Location.Is("HEADER") && !simpleHeader(name) {
			return "the header " + name
		}
	}
	return credentialHeader(p, api)
}

// credentialHeader answers the header that callers certainly send their credentials in, in words, and "" where there
// is none.
func credentialHeader(p *lint.Pass, api *schema.API) string {
	switch mode, _ := api.Authentication.Get(); mode {
	case "IAM":
		return "credentials in a header"
	case "APP":
		gateway := api.SoleGateway()
		if gateway == nil {
			return ""
		}
		// The feature app_api_key takes the key from the query.
		if inQuery, _ := p.FeatureOf(gateway, "app_api_key"); inQuery == schema.No {
			return "credentials in a header"
		}
	case "AUTHORIZER":
		if authorizer := api.Authorizer.Target(); authorizer != nil {
			for _, identity := range authorizer.Identity.Items {
				if name, ok := identity.Name.Get(); ok && identity.Location.Is("HEADER") && !simpleHeader(name) {
					return "the header " + name
				}
			}
		}
	}
	return ""
}

// simpleHeaders are the headers that browsers send to another origin without asking first, or set themselves.
var simpleHeaders = []string{
	"accept", "accept-language", "content-language", "content-type", "cookie", "host", "last-event-id", "origin", "range",
	"referer", "user-agent",
}

func simpleHeader(name string) bool { return slices.Contains(simpleHeaders, strings.ToLower(name)) }

// preflights are the OPTIONS requests that the APIs of a group may take.
type preflights struct {
	routes schema.Routes
	any    bool // they may take those for every path
}

func preflightsOf(p *lint.Pass, group *schema.Group) preflights {
	apis, complete := p.AllAPIsOf(group)
	taken := preflights{any: !complete}
	for _, api := range apis {
		if method, ok := api.Method.Get(); ok && method != "OPTIONS" && method != "ANY" {
			continue
		}
		route, known := api.Path.Get()
		mode, valid := api.Matching.Or("Exact")
		// The documentation has "/" answer for the whole group.
		taken.any = taken.any || !known || !valid || route == "/"
		taken.routes.Add(route, mode == "Prefix")
	}
	return taken
}

// may reports whether a preflight request for the API may be among them.
func (taken preflights) may(api *schema.API) bool {
	path, ok := api.Path.Get()
	return taken.any || !ok || taken.routes.Cover(path)
}
