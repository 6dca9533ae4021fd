package rules

import (
	"maps"
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema"
)

// missingMemberGroup finds members of load balance channels in groups that their channel does not have.
var missingMemberGroup = &lint.Rule{
	ID: "API616", Name: "missing-member-group", Level: lint.Warning, Cause: lint.Backend,
	Title:     "a channel member in a member group that its channel does not have",
	Codes:     []string{"APIG.0108"},
	Elsewhere: true,
	ByRelease: true,
	Files:     texts,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_channel_member",
		"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0048.html",
	},
	Check: lint.Each(func(p *lint.Pass, channel *schema.Channel) {
		groups := p.MemberGroupsOf(channel)
		for _, m := range p.MembersOf(channel).Certain() {
			if _, has := groups.Has(m); has == schema.No {
				inMissingGroup(p, channel, groups, m)
			}
		}
	}),
}

func inMissingGroup(p *lint.Pass, channel *schema.Channel, groups schema.ChannelGroups, m *schema.ChannelMember) {
	name, _ := m.Group.Get()
	f := p.Reportf(m.Resource, m.Group, "%s has no member group %q: the apply is refused, or calls to the member get APIG.0108", channel, name)
	names := groups.Names()
	if near := spelling.Nearest(name, slices.Sorted(maps.Keys(names))); near != "" {
		f.Remedyf("set the group of the member to %q, or declare %q for %s", near, name, channel).
			Relate(names[near].Name.Range(), "the member group %q is declared here", near)
		return
	}
	f.Remedyf("declare the member group %q for %s%s, or name one of its groups", name, channel,
		withType(channel.Resource, "apig_channel_member_group", " as a member_group block or a huaweicloud_apig_channel_member_group", " as a member_group block"))
}
