package rules

import (
	"fmt"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// inertSecurityGroup finds security groups that look like a protection and are none.
var inertSecurityGroup = &lint.Rule{
	ID: "NET103", Name: "inert-security-group", Level: lint.Note, Cause: lint.Network, Security: 4.3,
	Title:     "a security group that restricts callers of an ELB gateway, which it does not filter",
	Symptom:   "none: calls from every address are accepted",
	ByRelease: true,
	Elsewhere: true,
	Links:     []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0037.html"},
	Check: lint.Each(func(p *lint.Pass, g *schema.Gateway) {
		group := g.Filter()
		if group == nil || g.Balancer() != schema.ELB {
			return
		}
		limit, rule := limitOf(p, g, group)
		if limit == "" {
			return
		}
		p.Reportf(g, g.SecurityGroup, "%s %s, but it does not filter calls to %s, an ELB gateway: every caller gets in", group, limit, g).
			Remedyf("restrict callers of %s with a huaweicloud_apig_acl_policy", g).
			Relate(rule.Range(), "%s is declared here", rule)
	}),
}

// limitOf returns what the security group limits, in words, and the rule that does. It is "" where the group limits
// nothing for certain. A port that it does not open is no limit that anyone relies on: a group has to be given.
func limitOf(p *lint.Pass, g *schema.Gateway, group *schema.SecurityGroup) (string, *schema.SecurityRule) {
	rules, ok := p.RulesOf(group).All()
	if !ok {
		return "", nil
	}
	for _, port := range []int{80, 443} {
		for _, rule := range rules {
			if rule.Denies(port) == schema.Yes && rule.ExistsWith(group.Resource) {
				return fmt.Sprintf("denies inbound TCP %d", port), rule
			}
		}
		if some, everyone := admitting(rules, group, port, g.CallersByIPv6()); some != nil && everyone == schema.No {
			return fmt.Sprintf("allows inbound TCP %d only from some addresses", port), some
		}
	}
	return "", nil
}

// admitting returns the first rule that certainly lets callers in at the port, and whether one lets everyone in.
func admitting(rules []*schema.SecurityRule, group *schema.SecurityGroup, port int, ipv6 schema.Verdict) (some *schema.SecurityRule, everyone schema.Verdict) {
	everyone = schema.No
	for _, rule := range rules {
		admits := rule.Admits(group, port, ipv6)
		if admits == schema.No {
			continue
		}
		certain := admits == schema.Yes && rule.ExistsWith(group.Resource)
		if certain && some == nil {
			some = rule
		}
		switch rule.Everyone() {
		case schema.Yes:
			if certain {
				return rule, schema.Yes
			}
			everyone = schema.Unsure
		case schema.Unsure:
			everyone = schema.Unsure
		case schema.No:
			if !certain {
				everyone = schema.Unsure
			}
		}
	}
	return some, everyone
}
