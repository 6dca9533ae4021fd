package rules

import (
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// noEgress finds gateways with public backends and no way to the internet.
var noEgress = &lint.Rule{
	ID: "NET109", Name: "no-egress", Level: lint.Error, Cause: lint.Network,
	Title: "a gateway with a public backend and no outbound bandwidth",
	Codes: []string{"APIG.0201", "APIG.0610"}, Status: 502,
	Elsewhere: true,
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance"},
	Check: lint.Given(func(p *lint.Pass) {
		type cause struct {
			gateway  *schema.Gateway
			endpoint string
		}
		reported := map[cause]*lint.Finding{}
		for _, e := range p.GatewayEndpoints() {
			g := e.Gateway
			if size, ok := g.EgressBandwidth.Or(0); !ok || size > 0 || g.Ignores("bandwidth_size") || loadBalanced(g) {
				continue
			}
			if e.Public() != schema.Yes || (e.IP.IsValid() && p.ReachedByRoute(g, e.IP) != schema.No) {
				continue
			}
			of := cause{g, e.Resource.Address}
			if reported[of] == nil {
				reported[of] = p.Reportf(e.Resource, g.EgressBandwidth, "%s has no outbound bandwidth (bandwidth_size), but %s calls a public address: calls get %s",
					g, e.Resource, unavailable(e)).
					Remedyf("set bandwidth_size on %s to the Mbit/s that its calls to public backends need", g)
			}
			reported[of].Relate(e.Value.Range(), "%s calls a public address here", e.Resource)
		}
	}, lint.Of[schema.Gateway]),
}

// loadBalanced reports whether the gateway may be of an edition behind load balancers of one's own.
func loadBalanced(g *schema.Gateway) bool {
	edition, ok := g.Edition.Get()
	return !g.LoadBalancers.Absent() || !ok || strings.HasPrefix(edition, "NLB_")
}
