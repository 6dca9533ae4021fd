package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// idleEIP finds public addresses that are meant for a gateway and do not reach it.
var idleEIP = &lint.Rule{
	ID: "NET112", Name: "idle-eip", Level: lint.Warning, Cause: lint.Network,
	Title:   "an EIP that the gateway does not get",
	Symptom: "no answer: calls from the internet time out",
	Files:   texts,
	Links:   []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0037.html"},
	Check: func(p *lint.Pass) {
		var private *schema.Gateway
		for _, g := range p.Gateways {
			if private == nil && g.PublicEntrance() == schema.No {
				private = g
			}
			id, known := g.EIP.Get()
			if g.Balancer() == schema.ELB && (g.EIP.Target() != nil || (known && id != "")) {
				p.Reportf(g, g.EIP, "%s is an ELB gateway, which takes no eip_id: its public address comes with ingress_bandwidth_size", g)
			}
		}
		if private == nil {
			return
		}
		for _, eip := range p.UnusedEIPs() {
			p.Reportf(eip, eip, "nothing uses %s, and %s has no public address: calls from the internet do not reach it", eip, private).
				Relate(private.Range(), "the gateway is here")
		}
	},
}
