package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// noPublicAddress finds gateways that the internet is meant to reach and cannot.
var noPublicAddress = &lint.Rule{
	ID: "NET101", Name: "no-public-address", Level: lint.Warning, Cause: lint.Network,
	Title:     "a gateway without a public address whose callers are on the internet",
	Symptom:   "no answer: the connection times out",
	ByRelease: true,
	Elsewhere: true,
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0037.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance",
	},
	Check: lint.Each(func(p *lint.Pass, g *schema.Gateway) {
		if g.PublicEntrance() != schema.No {
			return
		}
		use, ok := p.PublicUse(g)
		if !ok || p.MayBeFronted(g) {
			return
		}
		egress := ""
		if size, ok := g.EgressBandwidth.Get(); ok && size > 0 {
			egress = " (bandwidth_size is for outbound calls only)"
		}
		p.Reportf(g, g, "%s has no public address%s: calls from the internet time out", g, egress).
			Remedyf("set %s on %s", publicAddressArgument(g), g).
			Relate(use, "callers of %s come from the internet here", g)
	}),
}

// publicAddressArgument names what gives a gateway a public address, which depends on its region and on the release of the provider.
func publicAddressArgument(g *schema.Gateway) string {
	if lacksArgument(g.Resource, "ingress_bandwidth_size") {
		return "eip_id" // no other is there yet
	}
	switch g.Balancer() {
	case schema.LVS:
		return "eip_id"
	case schema.ELB:
		return "ingress_bandwidth_size"
	case schema.AnyBalancer:
	}
	return "ingress_bandwidth_size, or eip_id in cn-north-1 and na-mexico-1,"
}
