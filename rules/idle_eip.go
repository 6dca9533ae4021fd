package rules

import (
	"fmt"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// idleEIP finds public addresses that are meant for a gateway and do not reach it.
var idleEIP = &lint.Rule{
	ID: "NET112", Name: "idle-eip", Level: lint.Warning, Cause: lint.Network,
	Title:     "an EIP that is not bound to the gateway",
	Symptom:   "no answer: calls from the internet time out",
	ByRelease: true,
	Elsewhere: true,
	Links:     []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0037.html"},
	Check: lint.Given(func(p *lint.Pass) {
		var private *schema.Gateway
		for _, g := range p.Gateways {
			if private == nil && g.PublicEntrance() == schema.No {
				private = g
			}
			id, known := g.EIP.Get()
			if g.Balancer() == schema.ELB && (g.EIP.Target() != nil || (known && id != "")) {
				p.Reportf(g, g.EIP, "%s sets eip_id, which an ELB gateway ignores: the EIP gives it no public address", g).
					Remedyf("set ingress_bandwidth_size on %s and remove eip_id", g)
			}
		}
		if private == nil {
			return
		}
		for _, eip := range p.UnusedEIPs() {
			p.Reportf(eip, eip, "nothing uses %s, and %s has no public address: calls from the internet time out", eip, private).
				Remedyf("%s", bindEIP(private, eip)).
				Relate(private.Range(), "%s is declared here", private)
		}
	}, lint.Of[schema.Gateway]),
}

// bindEIP says what to do with an EIP that nothing uses.
func bindEIP(g *schema.Gateway, eip *schema.EIP) string {
	if g.Balancer() == schema.ELB {
		return fmt.Sprintf("set ingress_bandwidth_size on %s and remove %s", g, eip)
	}
	return fmt.Sprintf("set eip_id = %s.id on %s", eip, g)
}
