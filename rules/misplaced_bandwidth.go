package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// misplacedBandwidth finds LVS gateways that ask for the public entrance of the other kind.
var misplacedBandwidth = &lint.Rule{
	ID: "NET116", Name: "misplaced-bandwidth", Level: lint.Error, Cause: lint.Network,
	Title:   "an ingress bandwidth on an LVS gateway, which takes an EIP",
	Symptom: "no answer: calls from the internet time out",
	Files:   texts,
	Links:   []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0037.html"},
	Check: lint.Each(func(p *lint.Pass, g *schema.Gateway) {
		if size, ok := g.IngressBandwidth.Get(); ok && size > 0 && g.Balancer() == schema.LVS {
			p.Reportf(g, g.IngressBandwidth, "%s is an LVS gateway, which takes eip_id and no ingress_bandwidth_size: it gets no public address", g)
		}
	}),
}
