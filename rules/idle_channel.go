package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// idleChannel finds load balance channels whose servers are all switched off.
var idleChannel = &lint.Rule{
	ID: "API606", Name: "idle-channel", Level: lint.Warning, Cause: lint.Backend,
	Title:     "a load balance channel whose members are all disabled",
	Codes:     []string{"APIG.0610"},
	Elsewhere: true,
	Links:     []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0048.html"},
	Check: eachChannelInUse(func(p *lint.Pass, channel *schema.Channel, user *schema.Backend) {
		members, ok := p.MembersOf(channel).All()
		if !ok || len(members) == 0 {
			return
		}
		groups := p.MemberGroupsOf(channel)
		var off []lint.Place
		for _, m := range members {
			switch {
			case groups.Usable(m) != schema.No:
				return
			case m.Status.Is(2):
				off = append(off, m.Status)
			default:
				off = append(off, m.Weight)
			}
		}
		f := p.Reportf(channel, off[0], "every member of %s, the backend of %s, is disabled or has weight 0: calls get APIG.0610",
			channel, user.API).
			Remedyf("set status = 1 and a weight above 0 on a member of %s", channel).
			Relate(user.Web.Channel.Range(), "%s uses the channel here", user.API)
		for _, other := range off[1:] {
			if other.Range() != off[0].Range() {
				f.Relate(other.Range(), "another member of %s is disabled here", channel)
			}
		}
	}),
}
