package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// surplusRetries finds backends with as many retries as their channel has servers, or more.
var surplusRetries = &lint.Rule{
	ID: "API612", Name: "surplus-retries", Level: lint.Error, Cause: lint.Backend,
	Title:     "more retries than a load balance channel has other members",
	Symptom:   "the apply is refused",
	Elsewhere: true,
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api"},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		for _, b := range api.Backends().Certain() {
			channel := channelOf(b)
			if channel == nil {
				continue
			}
			retries, ok := b.Web.Retries.Get()
			usable, certain := usableMembers(p, channel)
			if ok && certain && usable > 0 && retries >= usable {
				p.Reportf(api, b.Web.Retries, "%s sets retry_count = %d, but %s has only %d usable members: the apply is refused",
					api, retries, channel, usable).
					Remedyf("set retry_count of %s to less than %d, or add members to %s", api, usable, channel).
					Relate(channel.Range(), "%s is declared here", channel)
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
