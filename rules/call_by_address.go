package rules

import (
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// callByAddress finds URLs whose host is the gateway's address.
var callByAddress = &lint.Rule{
	ID: "NET110", Name: "call-by-address", Level: lint.Warning, Cause: lint.Network,
	Title:     "a URL with the gateway's IP address in place of a domain name",
	Codes:     []string{"APIG.0101"},
	Elsewhere: true,
	Links:     []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0046.html"},
	Check: lint.Each(func(p *lint.Pass, g *schema.Gateway) {
		uses := slices.Concat(p.URLs(g, "ingress_address"), p.URLs(g, "vpc_ingress_address"))
		if len(uses) == 0 {
			return
		}
		api := apiByName(p, g)
		if api == nil {
			return
		}
		for _, use := range uses {
			p.Reportf(g, lint.At(use.Range),
				"this URL uses the IP address of %s, where only the group DEFAULT answers: calls to %s get APIG.0101", g, api).
				Remedyf("use a domain name of %s in the URL", api.Group.Target()).
				Relate(api.Range(), "%s is declared here", api)
		}
	}),
}

// apiByName returns an API of the gateway that can be called only by a name of its group, or nil where there is none
// for certain, or where an API of the group DEFAULT may be meant.
func apiByName(p *lint.Pass, g *schema.Gateway) *schema.API {
	if p.CalledByAddress(g) != schema.No {
		return nil
	}
	var found *schema.API
	for _, group := range p.GroupsOf(g).Certain() {
		if name, ok := group.Name.Get(); !ok || name == "DEFAULT" {
			return nil
		}
		for _, api := range p.APIsOf(group).Certain() {
			if found == nil && api.ExistsWith(g.Resource) {
				found = api
			}
		}
	}
	if p.MayHaveOtherAPIs(g) {
		return nil
	}
	return found
}
