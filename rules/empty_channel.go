package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// emptyChannel finds load balance channels in use that have no servers.
var emptyChannel = &lint.Rule{
	ID: "API605", Name: "empty-channel", Level: lint.Error, Cause: lint.Backend,
	Title:     "a load balance channel without members behind an API",
	Codes:     []string{"APIG.0609", "APIG.0610"},
	ByRelease: true,
	Elsewhere: true,
	Links:     []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0048.html"},
	Check: eachChannelInUse(func(p *lint.Pass, channel *schema.Channel, user *schema.Backend) {
		if p.MembersBehind(channel).Empty() != schema.Yes {
			return
		}
		has := "has no members"
		lacks := p.Sources(channel).Certain()[0]
		if lacks != channel {
			has = "refers only to channels without members"
		}
		f := p.Reportf(channel, channel, "%s is the backend of %s but %s: calls get APIG.0609 or APIG.0610", channel, user.API, has).
			Remedyf("add a member block to %s%s", lacks,
				withType(lacks.Resource, "apig_channel_member", ", or a huaweicloud_apig_channel_member for it", "")).
			Relate(user.Web.Channel.Range(), "%s uses the channel here", user.API)
		if lacks != channel {
			f.Relate(lacks.Range(), "%s has no members", lacks)
		}
	}),
}

// eachChannelInUse is a check of the channels that an API declared here certainly uses, with the first backend that
// does.
func eachChannelInUse(check func(p *lint.Pass, channel *schema.Channel, user *schema.Backend)) func(*lint.Pass) {
	return lint.Given(func(p *lint.Pass) {
		seen := map[*schema.Channel]bool{}
		for _, api := range p.APIs {
			for _, b := range api.Backends().Certain() {
				if channel := channelOf(b); channel != nil && !seen[channel] && !api.Symbolic() {
					seen[channel] = true
					check(p, channel, b)
				}
			}
		}
	}, lint.Of[schema.Channel])
}

// channelOf returns the channel that a backend certainly calls, or nil.
func channelOf(b *schema.Backend) *schema.Channel {
	if b.Web == nil {
		return nil
	}
	return b.Web.Channel.Target()
}
