package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// impatientBackend finds functions that may run longer than the API in front of them waits.
var impatientBackend = &lint.Rule{
	ID: "API611", Name: "impatient-backend", Level: lint.Note, Cause: lint.Backend,
	Title: "a function that may run longer than its API waits",
	Codes: []string{"APIG.0201", "APIG.0203"}, Status: 504,
	Doc: `A function has a timeout of its own, in seconds, and the API in front has another, in milliseconds. Where the function
may run longer, slow calls get APIG.0201 or APIG.0203, "backend timeout", while the function goes on, is paid for, and may finish what the
caller takes for failed and tries again.

Raise the API's ` + "`timeout`, lower the function's, or set `invocation_type = \"async\"`" + ` where nobody needs the answer.
The rule is silent for functions that are called so, and for those that are not declared here.`,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/fgs_function",
	},
	Bad: `
resource "huaweicloud_fgs_function" "orders" {
  name        = "orders"
  app         = "default"
  agency      = "serverless"
  runtime     = "Python3.10"
  handler     = "index.handler"
  memory_size = 128
  timeout     = 30
  code_type   = "inline"
  func_code   = "def handler(event, context): return {}"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  func_graph {
    function_urn = huaweicloud_fgs_function.orders.urn
    version      = "latest"
    network_type = "V2"
    timeout      = 5000
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
resource "huaweicloud_fgs_function" "orders" {
  name        = "orders"
  app         = "default"
  agency      = "serverless"
  runtime     = "Python3.10"
  handler     = "index.handler"
  memory_size = 128
  timeout     = 30
  code_type   = "inline"
  func_code   = "def handler(event, context): return {}"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  func_graph {
    function_urn = huaweicloud_fgs_function.orders.urn
    version      = "latest"
    network_type = "V2"
    timeout      = 30000
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
		backends, _ := api.Backends()
		for _, b := range backends {
			function := b.FunctionBehind()
			if function == nil || b.Waits() != schema.Yes {
				continue
			}
			seconds, ok := function.Timeout.Get()
			milliseconds, known := b.Timeout().Or(schema.DefaultTimeout)
			if ok && known && seconds > milliseconds/1000 {
				p.Reportf(api, timeoutPlace(b), "%s waits %d ms for %s, which may run for %d s: longer calls get APIG.0201",
					api, milliseconds, function, seconds).Relate(function.Timeout.Range(), "the function's own timeout is here")
			}
		}
	}),
}
