package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unreachableGroup finds groups that no host name leads to.
var unreachableGroup = &lint.Rule{
	ID: "DOM201", Name: "unreachable-group", Level: lint.Error, Cause: lint.DomainName,
	Title: "a group with APIs that no domain name reaches",
	Codes: []string{"APIG.0101"},
	Files: texts,
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_group",
	},
	Check: lint.Each(func(p *lint.Pass, group *schema.Group) {
		gateway := group.Gateway.Target()
		if gateway == nil || !p.Populated(group) || p.DomainsOf(group).Empty() != schema.Yes {
			return
		}
		if group.Debugging() == schema.No && p.CalledByAddress(gateway) == schema.No {
			p.Reportf(group, group, "%s has APIs but no independent domain name, and its debugging domain name is off: calls get APIG.0101", group).
				Remedyf("add a huaweicloud_apig_group_domain_associate with group_id = %s.id, or set domain_access_enabled = true", group)
		}
	}),
}
