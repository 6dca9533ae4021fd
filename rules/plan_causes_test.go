package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules"
)

// explained returns what the findings of one rule that a small plan introduces say of their cause, "" where they say nothing.
func explained(t *testing.T, changes []changed, rule string) (causes []string, givenUp int) {
	t.Helper()
	sides := small(t, changes).Sides(nil)
	o := lint.Options{Rules: slices.DeleteFunc(slices.Clone(rules.All()), func(r *lint.Rule) bool { return r.ID != rule })}
	review := lint.RunReview(o, sides.Prior, sides.Planned)
	givenUp = review.Explain(o, sides)
	for _, f := range review.Introduced {
		_, because, _ := strings.Cut(f.Message, ", because ")
		causes = append(causes, because)
	}
	return causes, givenUp
}

// destroyed returns the destruction of something.
func destroyed(c changed) changed {
	c.action, c.after, c.expressions = "delete", "", ""
	return c
}

// edited returns the same with other texts.
func edited(c changed, oldnew ...string) changed {
	r := strings.NewReplacer(oldnew...)
	for _, text := range []*string{&c.address, &c.action, &c.before, &c.after, &c.unknown, &c.expressions} {
		*text = r.Replace(*text)
	}
	return c
}

// TestPlansNameCauses reviews plans that break something in one way or another.
func TestPlansNameCauses(t *testing.T) {
	replacedAPI := api
	replacedAPI.action, replacedAPI.after, replacedAPI.unknown = "delete,create", strings.Replace(api.before, `"id": "a1", `, "", 1), `"id": true`
	gateway := edited(gatewayNamed("blue", "203.0.113.84"), `"id": "blue"`, `"id": "0f2d8a3b"`)
	policy := changed{
		address: "huaweicloud_apig_throttling_policy.p", action: "no-op", expressions: `"name": {}, "period": {}, "max_api_requests": {}`,
		before: gatewayID + `, "id": "t1", "name": "p", "period": 1, "period_unit": "SECOND", "type": "API-based", "max_api_requests": 5, "max_user_requests": 2`,
	}
	association := changed{
		address: "huaweicloud_apig_throttling_policy_associate.one", action: "delete", before: gatewayID + `, "id": "x1", "policy_id": "t1", "publish_ids": ["n1"]`,
	}
	raised := policy
	raised.action, raised.after = "update", strings.Replace(policy.before, `"max_user_requests": 2`, `"max_user_requests": 50`, 1)
	for name, c := range map[string]struct {
		changes []changed
		rule    string
		want    []string
	}{
		"one thing is destroyed":                    {[]changed{group, api, destroyed(publication)}, "PUB301", []string{"this plan destroys huaweicloud_apig_api_publishment.orders"}},
		"nothing else that is destroyed is a cause": {[]changed{group, api, destroyed(publication), destroyed(policy), association}, "PUB301", []string{"this plan destroys huaweicloud_apig_api_publishment.orders"}},
		"it belongs to what is replaced":            {[]changed{group, replacedAPI, destroyed(publication)}, "PUB301", []string{"this plan destroys huaweicloud_apig_api_publishment.orders"}},
		"what stays names it no more":               {[]changed{gateway, policy, association}, "POL501", []string{"this plan destroys huaweicloud_apig_throttling_policy_associate.one"}},
		"either of two would do": {
			[]changed{gateway, policy, association, edited(association, "one", "two", "x1", "x2")},
			"POL501",
			[]string{"this plan destroys huaweicloud_apig_throttling_policy_associate.one"},
		},
		"an argument changes": {[]changed{raised}, "POL507", []string{"this plan updates huaweicloud_apig_throttling_policy.p (max_user_requests)"}},
		"it is new": {
			[]changed{{address: "huaweicloud_apig_throttling_policy.p", action: "create", after: raised.after, expressions: policy.expressions}, destroyed(group)},
			"POL507",
			[]string{""},
		},
		"several things are taken together": {
			[]changed{
				group, api, edited(domainOfBlue, `"instance_id": "blue"`, gatewayID, "gb", "g1"), gatewayIn("sg1", "sg2"), securityGroup("one", "sg1"), securityGroup("two", "sg2"),
				destroyed(opened("sg1")),
			},
			"NET102",
			[]string{"this plan destroys huaweicloud_networking_secgroup_rule.in and updates huaweicloud_apig_instance.blue (security_group_id)"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got, givenUp := explained(t, c.changes, c.rule); !slices.Equal(got, c.want) || givenUp > 0 {
				t.Errorf("the findings of %s name %q (%d given up), want %q", c.rule, got, givenUp, c.want)
			}
		})
	}
}

func gatewayIn(from, to string) changed {
	c := edited(gatewayNamed("blue", "203.0.113.84"), `"id": "blue"`, `"id": "0f2d8a3b"`)
	c.before += `, "vpc_id": "v1", "subnet_id": "s1", "edition": "BASIC", "loadbalancer_provider": "lvs", "security_group_id": "`
	c.action, c.after, c.before = "update", c.before+to+`"`, c.before+from+`"`
	c.expressions = `"name": {}, "security_group_id": {"references": ["local.group"]}`
	return c
}

func securityGroup(name, id string) changed {
	return changed{
		address: "huaweicloud_networking_secgroup." + name, action: "no-op", before: `"id": "` + id + `", "name": "` + name + `", "delete_default_rules": true`,
		expressions: `"name": {}, "delete_default_rules": {}`,
	}
}

func opened(group string) changed {
	return changed{
		address: "huaweicloud_networking_secgroup_rule.in", action: "no-op",
		before: `"id": "r1", "security_group_id": "` + group + `", "direction": "ingress", "ethertype": "IPv4", "protocol": "tcp", "ports": "443", "port_range_min": 443,
			"port_range_max": 443, "action": "allow", "priority": 1, "remote_ip_prefix": "0.0.0.0/0"`,
		expressions: `"security_group_id": {}, "direction": {}, "ethertype": {}, "protocol": {}, "ports": {}, "remote_ip_prefix": {}`,
	}
}

// TestPlansNameManyCauses destroys the publications of many APIs: each finding names its own, although no more configurations
// are tried than the logarithm of their number. Where it takes two for each, not all can be found.
func TestPlansNameManyCauses(t *testing.T) {
	const many = 200
	var each, two []changed
	for n := range many {
		number := []string{"orders", fmt.Sprintf("n%d", n), `"a1"`, fmt.Sprintf(`"a%d"`, n), `"p1"`, fmt.Sprintf(`"p%d"`, n)}
		each = append(each, edited(api, number...), edited(destroyed(publication), number...))
		second := edited(destroyed(publication), append([]string{"publishment.orders", fmt.Sprintf("publishment.m%d", n), `"p1"`, fmt.Sprintf(`"q%d"`, n)}, number...)...)
		two = append(two, edited(api, number...), edited(destroyed(publication), number...), second)
	}
	got, givenUp := explained(t, append(each, group), "PUB301")
	if len(got) != many || givenUp > 0 {
		t.Fatalf("%d findings, %d given up", len(got), givenUp)
	}
	seen := map[string]bool{}
	for _, because := range got {
		seen[because] = true
	}
	if len(seen) != many || seen[""] {
		t.Errorf("%d causes", len(seen))
	}
	got, givenUp = explained(t, append(two, group), "PUB301")
	silent := 0
	for _, because := range got {
		if because == "" {
			silent++
		}
	}
	if len(got) != many || givenUp != silent || silent == 0 || silent == many {
		t.Errorf("%d findings, %d given up, %d without a cause", len(got), givenUp, silent)
	}
}
