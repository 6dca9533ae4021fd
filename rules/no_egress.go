package rules

import (
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// noEgress finds gateways with public backends and no way to the internet.
var noEgress = &lint.Rule{
	ID: "NET109", Name: "no-egress", Level: lint.Error, Cause: lint.Network,
	Title: "a gateway with a public backend and no bandwidth to call it",
	Codes: []string{"APIG.0201", "APIG.0610"}, Status: 502,
	Doc: `A gateway calls public addresses only with ` + "`bandwidth_size`" + `, the bandwidth of what it sends; 0 or nothing switches
that off. Then a backend at a public address is unavailable and calls get APIG.0201, or APIG.0610 where
it is a member of a load balance channel. ` + "`ingress_bandwidth_size`" + ` is for
the calls that the gateway gets.

The rule reads addresses, not names: a name may lead to a private address. The rule is silent about gateways behind load balancers
of their own (` + "`elb_ids`" + `), which take no ` + "`bandwidth_size`" + `, and where an instance route may lead to the address.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance"},
	Bad:   erpGateway,
	Good:  strings.Replace(erpGateway, "az1\"]\n", "az1\"]\n  bandwidth_size     = 5\n", 1),
	Check: func(p *lint.Pass) {
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
				code := "APIG.0610" // of a channel
				if e.Resource.Facts.Name == "huaweicloud_apig_api" {
					code = "APIG.0201"
				}
				reported[of] = p.Reportf(e.Resource, g.EgressBandwidth, "%s has no bandwidth for calls to public addresses (bandwidth_size), and %s leads to one: calls get %s",
					g, e.Resource, code)
			}
			reported[of].Relate(e.Value.Range(), "a public address is called here")
		}
	},
}

// loadBalanced reports whether the gateway may be of an edition behind load balancers of one's own.
func loadBalanced(g *schema.Gateway) bool {
	edition, ok := g.Edition.Get()
	return !g.LoadBalancers.Absent() || !ok || strings.HasPrefix(edition, "NLB_")
}

const erpGateway = `
resource "huaweicloud_apig_instance" "erp" {
  name               = "erp"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_channel" "erp" {
  instance_id      = huaweicloud_apig_instance.erp.id
  name             = "erp"
  port             = 443
  balance_strategy = 1
  member_type      = "ip"

  member {
    host   = "121.36.10.20"
    weight = 1
  }
}
`
