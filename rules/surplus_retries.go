package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// surplusRetries finds backends with as many retries as their channel has servers, or more.
var surplusRetries = &lint.Rule{
	ID: "API612", Name: "surplus-retries", Level: lint.Error, Cause: lint.Backend,
	Title:   "as many retries as a load balance channel has members",
	Symptom: "the apply is refused",
	Files:   texts,
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api"},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		for _, b := range api.Backends().Certain() {
			channel := channelOf(b)
			if channel == nil {
				continue
			}
			retries, ok := b.Web.Retries.Get()
			usable, certain := usableMembers(p, channel)
			if ok && certain && usable > 0 && retries >= usable {
				p.Reportf(api, b.Web.Retries, "%s has a retry_count of %d, and %s has no more than %d usable members: the apply is refused",
					api, retries, channel, usable).Relate(channel.Range(), "the channel is here")
			}
		}
	}),
}

// usableMembers returns how many members of a channel may be usable, if these are certainly all.
func usableMembers(p *lint.Pass, channel *schema.Channel) (usable int, ok bool) {
	members, ok := p.MembersOf(channel).All()
	for _, m := range members {
		if !m.Status.Is(2) {
			usable++
		}
	}
	return usable, ok
}
