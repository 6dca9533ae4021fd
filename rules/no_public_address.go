package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// noPublicAddress finds gateways that the internet is meant to reach and cannot.
var noPublicAddress = &lint.Rule{
	ID: "NET101", Name: "no-public-address", Level: lint.Warning, Cause: lint.Network,
	Title:   "a gateway that the internet is meant to reach, without a public address",
	Symptom: "no answer: the connection times out",
	Files:   texts,
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0037.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance",
	},
	Check: lint.Each(func(p *lint.Pass, g *schema.Gateway) {
		if g.PublicEntrance() != schema.No {
			return
		}
		use, ok := p.PublicUse(g)
		if !ok {
			return
		}
		egress := ""
		if size, ok := g.EgressBandwidth.Get(); ok && size > 0 {
			egress = " (bandwidth_size is for the calls that it makes, not for those that it gets)"
		}
		p.Reportf(g, g, "%s has no public address%s: calls from the internet do not reach it", g, egress).
			Relate(use, "callers come from the internet here")
	}),
}
