package rules_test

import (
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

// TestNetworkLevels holds rules that report at several levels to the right one, by the fixture and the resource.
func TestNetworkLevels(t *testing.T) {
	gateway := "huaweicloud_apig_instance."
	peering := "huaweicloud_vpc_peering_connection."
	for _, test := range []struct {
		rule, fixture string
		levels        map[string]lint.Level
	}{
		{"closed-inbound-port", "kinds.tf", map[string]lint.Level{
			gateway + "any": lint.Warning, gateway + "lvs": lint.Error, gateway + "region": lint.Error,
			gateway + "elb": lint.Note, gateway + "half": lint.Warning,
		}},
		{"closed-inbound-port", "closed.tf", map[string]lint.Level{
			gateway + "deny": lint.Error, gateway + "members": lint.Warning, gateway + "custom": lint.Warning,
		}},
		{"closed-inbound-port", "public.tf", map[string]lint.Level{gateway + "main": lint.Error}},
		{"closed-inbound-port", "perhaps.tf", map[string]lint.Level{gateway + "other": lint.Warning}},
		{"unaccepted-peering", "accounts.tf", map[string]lint.Level{
			"huaweicloud_vpc_peering_connection_accepter.unset": lint.Error,
			"huaweicloud_vpc_peering_connection_accepter.false": lint.Error,
		}},
		{"unaccepted-peering", "alone.tf", map[string]lint.Level{peering + "alone": lint.Warning}},
		{"unrouted-peering", "sides.tf", map[string]lint.Level{peering + "none": lint.Error, peering + "there": lint.Error}},
		{"unrouted-peering", "exported.tf", map[string]lint.Level{peering + "out": lint.Note, peering + "own": lint.Error}},
		{"unrouted-peering", "one_side.tf", map[string]lint.Level{peering + "a": lint.Note}},
		{"exposed-security-group", "exposed.tf", map[string]lint.Level{
			gateway + "ssh": lint.Warning, gateway + "all": lint.Warning, gateway + "new": lint.Note,
		}},
		{"closed-backend", "plain.tf", map[string]lint.Level{
			"huaweicloud_compute_instance.shut": lint.Error, "huaweicloud_compute_instance.others": lint.Warning,
		}},
		{"unauthorized-api", "older_provider.tf", map[string]lint.Level{"huaweicloud_apig_api.orders": lint.Note}},
		{"closed-egress", "plain.tf", map[string]lint.Level{gateway + "shut": lint.Error, gateway + "network": lint.Warning, gateway + "own": lint.Note}},
	} {
		src := linttest.ReadSource(t, fixtures, test.rule+"/"+test.fixture)
		levels := map[string]lint.Level{}
		for _, f := range src.Lint(t, rules.All()).Findings {
			if f.Rule.Name == test.rule {
				levels[f.Resource] = f.Level
			}
		}
		for resource, want := range test.levels {
			if levels[resource] != want {
				t.Errorf("%s/%s: %s is reported as %v, want %v", test.rule, test.fixture, resource, levels[resource], want)
			}
		}
	}
}
