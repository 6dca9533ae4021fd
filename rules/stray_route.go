package rules

import (
	"fmt"
	"net/netip"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// stray is a route that would be a way, and that a subnet at one end of it does not use.
type stray struct {
	route  schema.Route
	vpc    *schema.VPC
	subnet *schema.Subnet
}

// strayRoute returns the route between a gateway and an address in another VPC, there or back, that stands in another route table than
// that of the subnet which needs it, where no route that this one uses may be a way.
func strayRoute(p *lint.Pass, g *schema.Gateway, addr netip.Addr) (stray, bool) {
	vpc, other := g.VPC.Target(), p.VPCWith(addr)
	if other == nil || other == vpc || p.MayRouteByItself(vpc) || p.MayRouteByItself(other) {
		return stray{}, false
	}
	out, back := ways(vpc, addr)
	if s, ok := unused(p, vpc, g.Subnet.Target(), out); ok {
		return s, true
	}
	return unused(p, other, p.SubnetWith(addr), back)
}

func unused(p *lint.Pass, vpc *schema.VPC, subnet *schema.Subnet, there func(netip.Prefix) bool) (stray, bool) {
	if subnet == nil || mayLead(p.RoutesFrom(subnet, vpc), there) {
		return stray{}, false
	}
	for _, r := range p.RoutesOf(vpc).Certain() {
		if to, ok := r.To(); ok && there(to) {
			return stray{r, vpc, subnet}, true
		}
	}
	return stray{}, false
}

func (s stray) report(p *lint.Pass, e schema.GatewayEndpoint) *lint.Finding {
	used, _ := p.TableOf(s.subnet, s.vpc)
	end := e.Gateway.Address
	if s.vpc != e.Gateway.VPC.Target() {
		end = "the backend " + e.IP.String()
	}
	f := p.Reportf(s.route.Resource, s.route.Resource, "the route of %s that leads %s is in %s, but %s of %s uses %s: calls get APIG.0201 or APIG.0202",
		s.vpc, s.goal(e), tableIn(s.vpc, s.route.Table), s.subnet, end, tableIn(s.vpc, used)).
		Relate(s.subnet.Range(), "%s is declared here", s.subnet)
	if s.route.Table == nil {
		return f.Remedyf("add the route to %s", used)
	}
	return f.Remedyf("add %s.id to subnets of %s, or the route to %s", s.subnet, s.route.Table, tableIn(s.vpc, used))
}

// goal says where the route leads.
func (s stray) goal(e schema.GatewayEndpoint) string {
	if s.vpc != e.Gateway.VPC.Target() {
		return "back to " + e.Gateway.Address
	}
	return "to " + e.IP.String()
}

// tableIn names a route table of a VPC.
func tableIn(vpc *schema.VPC, table *schema.RouteTable) string {
	if table == nil {
		return fmt.Sprintf("the default route table of %s", vpc)
	}
	return table.Address
}
