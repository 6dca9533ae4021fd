package trace_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/trace"
)

// TestAnswers holds which status the responses of a group give to a call that fails.
func TestAnswers(t *testing.T) {
	const rule = "  rule {\n    error_type = \"%s\"\n    body = \"{}\"\n    %s\n  }\n"
	shop := linttest.ReadSource(t, os.DirFS("../../testdata/trace"), "shop")["main.tf"]
	public := strings.Replace(shop, "vpc_channel_id   = huaweicloud_apig_channel.orders.id", `backend_address = "8.8.8.8"`, 1)
	others := fmt.Sprintf(rule, "DEFAULT_4XX", "status_code = 418")
	for _, test := range []struct {
		name, text, as, rules string
		want                  int
	}{
		{"of its type", shop, "nobody", others + fmt.Sprintf(rule, "AUTH_FAILURE", "status_code = 419"), 419},
		{"of any other type", shop, "nobody", others, 418},
		{"the type leaves the status", shop, "nobody", others + fmt.Sprintf(rule, "AUTH_FAILURE", ""), 401},
		{"the status is not known", shop, "nobody", others + fmt.Sprintf(rule, "AUTH_FAILURE", "status_code = var.key"), 401},
		{"a type is not known", shop, "nobody", others + strings.Replace(fmt.Sprintf(rule, "", ""), `""`, "var.key", 1), 401},
		{"the backend", public, "", fmt.Sprintf(rule, "BACKEND_UNAVAILABLE", "status_code = 503"), 503},
	} {
		t.Run(test.name, func(t *testing.T) {
			call, err := trace.ParseCall(order)
			if err != nil {
				t.Fatal(err)
			}
			call.As.Kind = test.as
			all := trace.Of(load(t, test.text+`
resource "huaweicloud_apig_response" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  name        = "default"
`+test.rules+"}\n"), call)
			if len(all) != 1 || all[0].Status != test.want {
				t.Errorf("%+v, want the status %d", all, test.want)
			}
		})
	}
}

// TestThrottling holds that the numbers of whatever throttles a call are told.
func TestThrottling(t *testing.T) {
	shop := linttest.ReadSource(t, os.DirFS("../../testdata/trace"), "shop")["main.tf"]
	for want, added := range map[string]string{
		"up to 200 calls a second together": "",
		"up to 50 calls together, 5 calls from each address in 2 minutes": `
resource "huaweicloud_apig_throttling_policy" "some" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "some"
  type             = "API-based"
  period           = 2
  period_unit      = "MINUTE"
  max_api_requests = 50
  max_ip_requests  = 5
}

resource "huaweicloud_apig_throttling_policy_associate" "some" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_throttling_policy.some.id
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}
`,
		"up to 30 calls together, 7 calls with each app in 1 second": `
resource "huaweicloud_apig_plugin" "some" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "some"
  type        = "rate_limit"
  content = jsonencode({
    scope = "basic", default_interval = 1, default_time_unit = "second", api_limit = 30, app_limit = 7
  })
}

resource "huaweicloud_apig_plugin_associate" "some" {
  instance_id = huaweicloud_apig_instance.main.id
  plugin_id   = huaweicloud_apig_plugin.some.id
  api_ids     = [huaweicloud_apig_api.orders.id]
  env_id      = huaweicloud_apig_api_publishment.orders.env_id
}
`,
	} {
		call, err := trace.ParseCall(order)
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range trace.Of(load(t, shop+added), call) {
			if said := one.Station("throttling").Because; said != want {
				t.Errorf("%q, want %q", said, want)
			}
		}
	}
}

func load(t *testing.T, text string) *schema.Config {
	t.Helper()
	return linttest.Source{"main.tf": text}.Load(t)
}

// TestHostileCalls holds that what is no call is refused in a sentence, and that anything else can be traced.
func TestHostileCalls(t *testing.T) {
	for _, text := range []string{
		"", "GET", "shop.example.com", "GET ftp://shop.example.com/", "BREW https://shop.example.com/", "GET https:///orders", "GET https://shop.example.com:0/",
		"GET https://shop.example.com:99999/", "GET https://shop.example.com/%zz", "GET https://shop.example.com/\x00", "GET https://u:p@shop.example.com/",
		"GET https://[::1/", "GET https://shop.example.com/a b", "GET https://shop.example.com/" + strings.Repeat("a", 40_000),
	} {
		if call, err := trace.ParseCall(text); err == nil {
			t.Errorf("%q is taken for %+v", text, call)
		}
	}
	c := load(t, "resource \"huaweicloud_apig_instance\" \"g\" {}\n")
	for _, text := range []string{
		"https://shop.example.com", "get https://SHOP.example.com./a%2Fb?x=%26", "GET https://[2001:db8::1]:8443/", "GET https://bücher.example.com/",
		"GET http://10.0.0.1/", `GET https://module.a["x/y"].huaweicloud_apig_group.shop["a?b"]/orders`,
	} {
		call, err := trace.ParseCall(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		for _, one := range trace.Of(c, call) {
			complete(t, one)
		}
	}
}
