package contents_test

import (
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/contents"
)

// plugin returns the first plugin of a configuration.
func plugin(t *testing.T, text string) *schema.Plugin {
	t.Helper()
	return linttest.Source{"main.tf": text}.Load(t).Plugins[0]
}

// TestWhatIsWrittenFits holds the shapes to what the documents of the service and the examples and acceptance tests of the provider write,
// beside what the provider's configurations say themselves.
func TestWhatIsWrittenFits(t *testing.T) {
	tests := map[string][]string{
		"cors": {
			`{"allow_origin": "*", "allow_methods": "GET,POST,PUT", "allow_headers": "Content-Type,Accept", "expose_headers": "X-Request-Id", "max_age": 86400, "allow_credentials": true}`,
		},
		"set_resp_headers": {
			`{"response_headers": [{"name": "test", "value": "test", "action": "append"}, {"name": "X-Custom-Id", "value": "", "value_type": "custom_value", "action": "delete"}]}`,
		},
		"rate_limit": {
			`{"scope": "basic", "default_time_unit": "minute", "default_interval": 1, "api_limit": 50, "app_limit": 0, "user_limit": 0, "ip_limit": 0, "algorithm": "counter", "specials": [], "parameters": [], "rules": []}`,
			`{"scope": "basic", "default_interval": 60, "default_time_unit": "second", "api_limit": 100, "specials": [{"type": "app", "policies": [{"key": "e9", "limit": 10}]}],
			  "algorithm": "haht", "parameters": [{"id": "3w", "value": "reqPath", "type": "path", "name": "reqPath"}],
			  "rules": [{"match_regex": "[\"Host\",\"==\",\"www.abc.com\"]", "rule_name": "u8mb", "time_unit": "second", "interval": 2, "limit": 5}]}`,
		},
		"breaker": {
			`{"breaker_condition": {"breaker_type": "timeout", "breaker_mode": "percentage", "unhealthy_condition": "", "unhealthy_threshold": 30, "min_call_threshold": 20,
			  "unhealthy_percentage": 51, "time_window": 15, "open_breaker_time": 15}, "downgrade_default": null, "downgrade_parameters": null, "downgrade_rules": null, "scope": "share"}`,
			`{"breaker_condition": {"breaker_type": "timeout", "breaker_mode": "counter", "unhealthy_threshold": 30, "time_window": 15, "open_breaker_time": 15}, "scope": "share",
			  "downgrade_default": {"type": "http", "passthrough_infos": null, "func_info": null, "mock_info": null, "http_info": {"isVpc": false, "timeout": 5000}, "http_vpc_info": null},
			  "downgrade_parameters": [{"name": "reqPath", "type": "path", "value": "path", "disabled": true, "focused": true, "id": "92"}],
			  "downgrade_rules": [{"rule_name": "rule-test1", "parameters": ["reqPath", "method"], "match_regex": "[]",
			    "downgrade_backend": {"type": "mock", "mock_info": {"status_code": 200, "headers": []}},
			    "breaker_condition": {"breaker_type": "timeout", "breaker_mode": "percentage", "min_call_threshold": 20, "unhealthy_percentage": 51, "time_window": 15}}]}`,
		},
		"third_auth": {
			`{"auth_request": {"method": "GET", "protocol": "HTTPS", "url_domain": "192.168.10.10", "timeout": 5000, "path": "/", "vpc_channel_enabled": false, "vpc_channel_info": null},
			  "custom_forbid_limit": 100, "carry_body": {"enabled": true, "max_body_size": 1000}, "auth_downgrade_enabled": true, "carry_path_enabled": true,
			  "return_resp_body_enabled": false, "carry_resp_headers": [], "simple_auth_mode_enabled": true, "match_auth": null, "rule_enabled": false, "rule_type": "allow"}`,
			`{"auth_request": {"method": "POST", "protocol": "HTTP", "url_domain": "a:1234", "timeout": 10, "path": "/check", "vpc_channel_enabled": 2, "vpc_channel_info": {"vpc_proxy_host": "abc.com", "vpc_id": "3c"}},
			  "identities": {"headers": [{"name": "token", "essential": false}], "query": [{"name": "user"}], "queries": null}, "match_auth": {"key": "x", "value": "y"},
			  "rule_enabled": true, "rule_type": "allow", "parameters": [{"value": "reqPath", "type": "path", "name": "reqPath"}], "rules": [{"match_regex": "[]", "rule_name": "allow2"}]}`,
		},
		"kafka_log": {
			`{"broker_list": ["0.0.0.0:11"], "topic": "topic", "key": "", "max_retry_count": 0, "retry_backoff": 1,
			  "sasl_config": {"security_protocol": "PLAINTEXT", "sasl_mechanisms": "PLAIN", "sasl_username": "", "sasl_password": "", "ssl_ca_content": ""},
			  "meta_config": {"system": {"start_time": true}, "call_data": {"log_request_header": false, "custom_authorizer": {"frontend": [], "backend": []}}}}`,
		},
		"proxy_cache": {
			`{"cache_key": {"system_params": [], "parameters": ["custom_param"], "headers": []}, "cache_http_status_and_ttl": [{"http_status": [202, 203], "ttl": 5}],
			  "client_cache_control": {"mode": "off", "datas": []}, "cacheable_headers": ["X-Custom-Header"]}`,
		},
		"proxy_mirror": {
			`{"protocol": "HTTPS", "host": "X.X.X.X", "sample_ratio": 1, "timeout": 5000, "mirror_request_body_enabled": true, "path": "/ab", "path_concat_mode": "replace"}`,
		},
		"oidc_auth": {`{"client_id": "a", "client_secret": "b", "discovery": "https://c", "redirect_api_id": "d", "scope": "openid", "anything_else": 1}`},
		"jwt_auth":  {`{"jwks": "{}", "token_location": "header", "token_expiration_tolerance": 10, "anything_else": 1}`},
	}
	for name, written := range tests {
		for _, text := range written {
			content := contents.Of(plugin(t, `resource "huaweicloud_apig_plugin" "a" {
  content = <<EOT
`+text+`
EOT
}`).Content.Argument())
			if content.Kind() != contents.Object {
				t.Fatalf("%s is %d", text, content.Kind())
			}
			for _, problem := range contents.Plugin(name).Problems(content) {
				if problem.Defect == contents.Unread && problem.Shape.Open {
					continue // there may be others
				}
				t.Errorf("%s: defect %d at %q, key %q", name, problem.Defect, problem.Value.Path(), problem.Key)
			}
		}
	}
}

// TestUnknownParts holds that what is unknown or a secret in a content leaves the rest of it known.
func TestUnknownParts(t *testing.T) {
	const declared = `
variable "origin" { type = string }
variable "secret" {
  type      = number
  sensitive = true
  default   = 7
}
locals {
  max  = { max_age = 5 }
  rest = { allow_headers = "*" }
}
resource "huaweicloud_apig_plugin" "a" { content = `
	tests := []struct{ name, expression, want string }{
		{"an object", `jsonencode({ allow_origin = var.origin, max_age = 5 })`, "? 5"},
		{"an item's value elsewhere", `jsonencode({ allow_origin = var.origin, max_age = local.max.max_age })`, "? 5"},
		{"a merge", `jsonencode(merge(local.max, { allow_origin = var.origin }))`, "? 5"},
		{"a secret", `jsonencode({ allow_origin = "*", max_age = var.secret })`, "* ?"},
		{"a key that is not known", `jsonencode({ (var.origin) = "*", max_age = 5 })`, "? ?"},
		{"text around", `"${jsonencode({ allow_origin = "*" })} "`, "* -"},
		{"text that is not known", `"{\"allow_origin\": \"${var.origin}\"}"`, "? ?"},
		{"text that is a secret", `"{\"max_age\": ${var.secret}}"`, "? ?"},
		{"null", `jsonencode({ allow_origin = null, max_age = 5 })`, "- 5"},
		{"no object", `jsonencode(["allow_origin"])`, "- -"},
		{"nothing", `null`, "- -"},
	}
	for _, test := range tests {
		content := contents.Of(plugin(t, declared+test.expression+"}").Content.Argument())
		var got []string
		for _, key := range []string{"allow_origin", "max_age"} {
			v := content.At(key)
			text, isText := v.AsText()
			n, isNumber := v.AsInt()
			switch {
			case isText:
				got = append(got, text)
			case isNumber && n == 5:
				got = append(got, "5")
			case v.Kind() == contents.Absent:
				got = append(got, "-")
			case v.Kind() == contents.Unknown:
				got = append(got, "?")
			default:
				got = append(got, "!")
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}
