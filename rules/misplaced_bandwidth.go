package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// misplacedBandwidth finds LVS gateways that ask for the public entrance of the other kind.
var misplacedBandwidth = &lint.Rule{
	ID: "NET116", Name: "misplaced-bandwidth", Level: lint.Error, Cause: lint.Network,
	Title:     "ingress_bandwidth_size on an LVS gateway, which needs an EIP",
	Symptom:   "no answer: calls from the internet time out",
	ByRelease: true,
	Links:     []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0037.html"},
	Check: lint.Each(func(p *lint.Pass, g *schema.Gateway) {
		if size, ok := g.IngressBandwidth.Get(); ok && size > 0 && g.Balancer() == schema.LVS {
			p.Reportf(g, g.IngressBandwidth, "%s sets ingress_bandwidth_size, which an LVS gateway ignores: it has no public address, and calls from the internet time out", g).
				Remedyf("set eip_id on %s to the id of a huaweicloud_vpc_eip and remove ingress_bandwidth_size", g)
		}
	}),
}
