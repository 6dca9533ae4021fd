package rules_test

import (
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema"
)

// openAPI is an API that anyone can call, at a path and in one environment.
const openAPI = `
resource "huaweicloud_apig_environment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "beta"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "POST"
  request_path            = "/v1/orders/{id}[0]"
  security_authentication = "NONE"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = huaweicloud_apig_environment.beta.id
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method]))
}
`

// TestOptions holds each option of each rule to what it does: with it the rule is silent about a configuration that it
// reports otherwise, and a value that only looks like the right one changes nothing.
func TestOptions(t *testing.T) {
	tests := map[string]struct {
		text           string
		silent, beside []string
	}{
		"DOM209 licensed_domains": {
			"", []string{`["example.com"]`, `["x.example", "Orders.Example.com."]`}, []string{`[]`, `["shop.example.com"]`, `["ample.com"]`},
		},
		"AUT406 public_paths": {
			openAPI,
			[]string{`["/v1/orders/{id}[0]"]`, `["/v1/*/*"]`, `["/v1/**"]`, `["/health", "/**"]`},
			[]string{`["/v1"]`, `["/v1/*"]`, `["/v1/orders/id0"]`, `["/v2/**"]`},
		},
		"PUB302 header_environments": {openAPI, []string{`["beta"]`, `["gamma", "beta"]`}, []string{`["Beta"]`, `[]`}},
		"NET114 public_ports":        {"", []string{`[22]`, `[3389, 22]`}, []string{`[3389]`, `[2]`}},
	}
	for _, rule := range rules.All() {
		for _, option := range rule.Options {
			test, ok := tests[rule.ID+" "+option.Name]
			if !ok {
				t.Errorf("%s: nothing tests the option %s", rule.ID, option.Name)
				continue
			}
			text := test.text
			if text == "" {
				text = rule.Bad()
			}
			for _, value := range test.silent {
				if fires(t, rule, option, value, text) {
					t.Errorf("%s fires with %s = %s", rule.ID, option.Name, value)
				}
			}
			for _, value := range test.beside {
				if !fires(t, rule, option, value, text) {
					t.Errorf("%s is silent with %s = %s", rule.ID, option.Name, value)
				}
			}
		}
	}
}

// fires reports whether a rule reports something with its option set.
func fires(t *testing.T, rule *lint.Rule, option lint.Option, value, text string) bool {
	t.Helper()
	settings := `rule "` + rule.Name + `" { ` + option.Name + " = " + value + " }"
	parsed, diags := lint.ParseSettings([]byte(settings), lint.SettingsFile, rules.All())
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	o := lint.Options{Rules: []*lint.Rule{rule}, Settings: func(*schema.Config) *lint.Settings { return parsed }}
	return len(lint.Run(o, example(rule, text).Load(t)).Findings) > 0
}

func TestOptionsAreWhole(t *testing.T) {
	for _, rule := range rules.All() {
		names := map[string]bool{"level": true, "disable": true, "mandatory": true}
		for _, option := range rule.Options {
			if names[option.Name] || option.Type == "" || len(option.Doc) < 20 || strings.HasSuffix(option.Doc, ".") {
				t.Errorf("%s: the option %q is not whole, or has a name that is taken", rule.ID, option.Name)
			}
			names[option.Name] = true
			if !strings.Contains(rule.Doc(), "`"+option.Name+"`") {
				t.Errorf("%s: its text does not speak of the option %s", rule.ID, option.Name)
			}
			src := "rule \"" + rule.ID + "\" { " + option.Name + " = " + option.Example + " }"
			if _, diags := lint.ParseSettings([]byte(src), lint.SettingsFile, rules.All()); diags.HasErrors() {
				t.Errorf("%s: the example of %s: %v", rule.ID, option.Name, diags)
			}
		}
	}
}
