package rules_test

import (
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

// TestLevelsFollowCertainty holds the rules that know more than one level to what each is for.
func TestLevelsFollowCertainty(t *testing.T) {
	const gateway = `resource "huaweicloud_apig_instance" "main" { edition = "BASIC" }` + "\n"
	const bound = `resource "huaweicloud_apig_acl_policy_associate" "a" { policy_id = huaweicloud_apig_acl_policy.a.id }` + "\n"
	list := func(arguments string) string {
		return "resource \"huaweicloud_apig_acl_policy\" \"a\" {\n instance_id = huaweicloud_apig_instance.main.id\n" + arguments + "\n}\n"
	}
	throttling := func(arguments string) string {
		return "resource \"huaweicloud_apig_throttling_policy\" \"a\" {\n instance_id = huaweicloud_apig_instance.main.id\n" + arguments + "\n}\n"
	}
	everybody := "type = \"DENY\"\n entity_type = \"IP\"\n value = \"0.0.0.0/0\""
	tests := []struct {
		rule, name, text string
		want             lint.Level
	}{
		{"DEF005", "a request method", `resource "huaweicloud_apig_api" "a" { request_method = "GETT" }`, lint.Error},
		{"DEF005", "what the provider takes for another value", `resource "huaweicloud_apig_api" "a" { type = "FunctionGraph" }`, lint.Warning},
		{"POL502", "an invalid entry", list("entity_type = \"IP\"\n value = \"a\""), lint.Error},
		{"POL502", "an entry twice", list("entity_type = \"IP\"\n value = \"10.0.0.1,10.0.0.1\""), lint.Warning},
		{"POL503", "bound", gateway + list(everybody) + bound, lint.Error},
		{"POL503", "not bound", gateway + list(everybody), lint.Warning},
		{"POL503", "perhaps IPv6", list(everybody) + bound, lint.Warning},
		{"POL508", "a second", gateway + throttling("period = 1\n period_unit = \"SECOND\"\n max_api_requests = 1000"), lint.Error},
		{"POL508", "a minute", gateway + throttling("period = 1\n max_api_requests = 60000"), lint.Warning},
		{"POL511", "not set", `resource "huaweicloud_apig_instance_feature" "a" { config = "on" }`, lint.Error},
		{"POL511", "set to false", "resource \"huaweicloud_apig_instance_feature\" \"a\" {\n config = \"on\"\n enabled = false\n}", lint.Note},
	}
	for _, test := range tests {
		t.Run(test.rule+" "+test.name, func(t *testing.T) {
			for _, rule := range rules.All() {
				if rule.ID != test.rule {
					continue
				}
				found := linttest.Source{"main.tf": test.text}.Lint(t, []*lint.Rule{rule}).Findings
				if len(found) != 1 || found[0].Level != test.want {
					t.Errorf("%d findings, want one %s", len(found), test.want)
				}
			}
		})
	}
}
