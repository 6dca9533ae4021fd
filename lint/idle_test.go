package lint_test

import (
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/schema"
)

func TestIdle(t *testing.T) {
	nothing := func(*lint.Pass) {}
	groups := &lint.Rule{ID: "A", Check: lint.Each(func(*lint.Pass, *schema.Group) {})}
	policies := &lint.Rule{ID: "B", Check: lint.Given(nothing, lint.Of[schema.ACL], lint.Of[schema.Plugin])}
	either := &lint.Rule{ID: "C", Check: lint.Given(nothing, lint.Of[schema.ACL], lint.Of[schema.Group])}
	records := &lint.Rule{ID: "D", Check: lint.Each(func(*lint.Pass, *schema.Record) {})}
	any := &lint.Rule{ID: "E", Check: nothing}
	changes := &lint.Rule{ID: "F", Check: nothing, Changes: true}
	all := []*lint.Rule{groups, policies, either, records, any, changes}
	src := linttest.Source{"main.tf": `resource "huaweicloud_apig_group" "a" {
  instance_id = "i"
  name        = "n"
}`}
	want := lint.Idle{
		groups: "", policies: "there is no huaweicloud_apig_acl_policy or huaweicloud_apig_plugin", either: "",
		records: "there is no huaweicloud_dns_recordset or huaweicloud_dns_recordset_v2", any: "",
		changes: "there is nothing to compare with: no plan, and no --since",
	}
	got := src.Lint(t, all).Idle
	for _, rule := range all {
		if got[rule] != want[rule] {
			t.Errorf("rule %s had nothing to judge because %q, not because %q", rule.ID, got[rule], want[rule])
		}
	}
	got.Add(lint.Idle{groups: "x", policies: "", records: "later"})
	if got[groups] != "" || got[policies] != "" || got[records] != "later" {
		t.Errorf("a rule that had something to judge anywhere counts as idle, or the last reason is lost: %v", got)
	}
}
