package rules_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

// TestPagesSayWhatMayBeElsewhere holds that those rules of which a module that cannot be read hides a finding say so on their pages, and
// no others. A module that is handed nothing but a range of addresses hides none, but where it may have made what an object belongs to.
func TestPagesSayWhatMayBeElsewhere(t *testing.T) {
	found := func(rule *lint.Rule, src linttest.Source) map[string]bool {
		all := map[string]bool{}
		for _, f := range src.Lint(t, []*lint.Rule{rule}).Findings {
			all[f.Resource] = true
		}
		return all
	}
	hides := map[string]string{
		"newer-release":      "what the module requires of the provider is not known",
		"unaccepted-peering": "nothing is known of the other VPC",
		"stale-publication":  "nothing is known of the gateway",
		"default-rate-limit": "nothing is known of the gateway",
	}
	for _, rule := range rules.All() {
		sources := linttest.Fixtures(t, fixtures, rule)
		sources["bad example"] = example(rule, rule.Bad())
		kept := false
		beside := func(src linttest.Source, given string) map[string]bool {
			open := maps.Clone(src)
			open["unread.tf"] = "variable \"handed\" {\n}\n\nmodule \"unread\" {\n  source = \"example/unread/any\"\n  given  = " + given + "\n}\n"
			return found(rule, open)
		}
		for name, src := range sources {
			all := found(rule, src)
			if len(all) == 0 {
				continue
			}
			left, closed := beside(src, "var.handed"), beside(src, `"203.0.113.0/24"`)
			for f := range all {
				kept = kept || !left[f]
				if !closed[f] && hides[rule.Name] == "" {
					t.Errorf("%s %s: a module that is handed a range of addresses hides what is found of %s in %s", rule.ID, rule.Name, f, name)
				}
			}
		}
		if kept != rule.Elsewhere {
			t.Errorf("%s %s: a module that cannot be read hides a finding: %t, its page says: %t", rule.ID, rule.Name, kept, rule.Elsewhere)
		}
	}
}

// TestWhatKeepsBack holds that of the modules that cannot be read the one is named that keeps a finding back.
func TestWhatKeepsBack(t *testing.T) {
	c := linttest.Source{"main.tf": `
resource "huaweicloud_apig_instance" "main" { name = "main" }
resource "huaweicloud_apig_api" "orders" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/orders"
}
module "network" {
  source = "example/network/any"
  cidr   = "10.0.0.0/8"
}
module "publish" {
  source = "example/publish/any"
  api    = huaweicloud_apig_api.orders.id
}
module "publish_all" {
  source = "example/publish/any"
  from   = huaweicloud_apig_instance.main.id
}
`}.Load(t)
	var because []string
	for _, s := range lint.Silences(lint.Options{Rules: rules.All()}, c) {
		if s.Rule.ID == "PUB301" {
			for _, b := range s.Because {
				because = append(because, b.Range.String())
			}
		}
	}
	if want := []string{"main.tf:11,1-17", "main.tf:15,1-21"}; !slices.Equal(because, want) {
		t.Errorf("kept back by %v, want %v", because, want)
	}
}
