package rules

import (
	"cmp"
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// clashingRoute finds APIs that the gateway cannot tell apart.
var clashingRoute = &lint.Rule{
	ID: "API601", Name: "clashing-route", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Backend,
	Title: "two APIs of one group with the same route",
	Codes: []string{"APIG.3301"},
	Doc: `Within a group the gateway finds an API by its method, its path and its match mode. Of two that agree in all
three the second cannot be created: the apply gets APIG.3301, "the API already exists".

Paths that differ only in the names of their parameters (` + "`/orders/{id}`, `/orders/{number}`" + `) lead to the same
requests. Whether the gateway refuses the second or serves either of them is not documented: that is a warning.

An API with the method ANY beside one with a specific method is no clash, and neither is an exact match beside a prefix:
the gateway prefers the more specific one. The rule is silent where a part of the route is not known. Give one of the two another
path or method, or put it into a group with a domain of its own.`,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0010.html"},
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

resource "huaweicloud_apig_api" "repeated" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "repeated"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "repeated" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.repeated.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.repeated.request_method, huaweicloud_apig_api.repeated.request_path]))
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
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}

resource "huaweicloud_apig_api" "order" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "order"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders/latest"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "order" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.order.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.order.request_method, huaweicloud_apig_api.order.request_path]))
}
`,
	Check: func(p *lint.Pass) {
		same, alike := map[route]*schema.API{}, map[route]*schema.API{}
		for _, api := range byAddress(p.APIs) {
			r, ok := routeOf(api)
			if !ok {
				continue
			}
			shape := r
			shape.path = schema.PathShape(r.path)
			var f *lint.Finding
			first := same[r]
			if first != nil {
				f = p.Reportf(api, api.Path, "%s has the method, path and match mode of %s in the same group: the apply gets APIG.3301",
					api, first)
			} else if first = alike[shape]; first != nil {
				f = p.ReportLevelf(lint.Warning, api, api.Path, "%s differs from %s only in the names of path parameters, "+
					"which do not tell calls apart: the apply may get APIG.3301", api, first)
			}
			if f != nil && first.Path.Range() != api.Path.Range() {
				f.Relate(first.Path.Range(), "the other route is here")
			}
			same[r], alike[shape] = api, api
		}
	},
}

// route is what the gateway finds an API by.
type route struct {
	group              any // a *schema.Group, or the id of one that is not declared here
	method, path, mode string
}

// routeOf answers the route of an API. It is false where a part is not certain, or where the API or its group stands
// for any number of others.
func routeOf(api *schema.API) (route, bool) {
	method, ok := api.Method.Get()
	path, known := api.Path.Get()
	mode, valid := api.Matching.Or("Exact")
	if !ok || !known || !valid || api.Symbolic() {
		return route{}, false
	}
	r := route{method: method, path: path, mode: mode}
	if group := api.Group.Target(); group != nil {
		r.group = group
		return r, !group.Symbolic()
	}
	id, ok := api.Group.Get()
	r.group = id
	return r, ok
}

// byAddress answers the APIs in an order that does not depend on where they are written.
func byAddress(apis []*schema.API) []*schema.API {
	return slices.SortedFunc(slices.Values(apis), func(a, b *schema.API) int { return cmp.Compare(a.Address, b.Address) })
}
