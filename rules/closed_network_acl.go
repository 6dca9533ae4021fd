package rules

import (
	"net/netip"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// closedNetworkACL finds network ACLs that keep callers from a gateway, or a gateway from its backends.
var closedNetworkACL = &lint.Rule{
	ID: "NET118", Name: "closed-network-acl", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Network,
	Title:     "a network ACL that blocks calls to the subnet of a gateway or a backend",
	Symptom:   "no answer: the connection times out, or callers get APIG.0201 or APIG.0202",
	ByRelease: true,
	Links: []string{
		"https://support.huaweicloud.com/eu/fr-fr/usermanual-vpc/acl_0002.html", // what no rule lets in is denied, and answers pass
		"https://support.huaweicloud.com/intl/en-us/usermanual-vpc/vpc_acl_0004.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/vpc_network_acl",
	},
	Check: lint.Given(func(p *lint.Pass) {
		if !p.FiltersSubnets() {
			return
		}
		for _, g := range p.Gateways {
			if g.Balancer() == schema.LVS { // what stands in front of an ELB gateway is in no subnet that is known
				closedToCallers(p, g)
			}
		}
		closedToGateways(p)
	}, lint.Of[schema.Gateway]),
}

func closedToCallers(p *lint.Pass, g *schema.Gateway) {
	subnet := g.Subnet.Target()
	acl := p.NetworkACLOf(subnet)
	if acl == nil || g.Ignores("subnet_id") {
		return
	}
	for _, need := range p.Needs(g) {
		verdict, rule := acl.LetsIn(nil, need.Port)
		if verdict != schema.No {
			continue
		}
		f := p.Reportf(acl, acl, "%s does not allow TCP %d (%s) into %s, the subnet of %s: calls to %s time out", acl, need.Port, need.Protocol, subnet, g, need.API).
			Remedyf("add %s that allows TCP %d, before any that denies it", ruleOf(acl), need.Port).
			Relate(need.API.Range(), "%s is called on port %d", need.API, need.Port)
		if rule != nil {
			f.Relate(rule.Range(), "this rule denies it")
		}
		return // one finding for an ACL, whatever else it closes
	}
}

// closedToGateways looks at backends in subnets other than that of the gateway: within a subnet nothing is filtered.
func closedToGateways(p *lint.Pass) {
	type pair struct {
		acl     *schema.NetworkACL
		gateway *schema.Gateway
	}
	reported := map[pair]bool{}
	for _, e := range p.GatewayEndpoints() {
		if e.Gateway == nil {
			continue
		}
		own, subnet := e.Gateway.Subnet.Target(), p.SubnetBehind(e.Endpoint)
		if own == nil || subnet == nil || subnet == own {
			continue
		}
		if acl := p.NetworkACLOf(subnet); acl != nil && !reported[pair{acl, e.Gateway}] {
			reported[pair{acl, e.Gateway}] = closedInbound(p, acl, e, own, subnet)
		}
		if acl := p.NetworkACLOf(own); acl != nil && !reported[pair{acl, e.Gateway}] {
			reported[pair{acl, e.Gateway}] = closedOutbound(p, acl, e, own, subnet)
		}
	}
}

// closedInbound reports whether the network ACL of a backend's subnet keeps the gateway out, and reports it.
func closedInbound(p *lint.Pass, acl *schema.NetworkACL, e schema.GatewayEndpoint, own, subnet *schema.Subnet) bool {
	from, ok := own.Addresses()
	if !ok {
		return false
	}
	verdict, _ := acl.LetsIn([]netip.Prefix{from}, e.Port)
	if verdict == schema.No {
		p.ReportLevelf(lint.Warning, acl, acl, "%s does not allow traffic from %s of %s into %s, the subnet of the backend %s of %s: calls get APIG.0201 or APIG.0202",
			acl, from, e.Gateway, subnet, targetOf(e), e.Resource).
			Remedyf("add %s that allows TCP from %s", ruleOf(acl), from).
			Relate(e.Value.Range(), "%s calls the backend here", e.Resource)
	}
	return verdict == schema.No
}

// closedOutbound reports whether the network ACL of the gateway's subnet keeps its calls to a backend in, and reports it.
func closedOutbound(p *lint.Pass, acl *schema.NetworkACL, e schema.GatewayEndpoint, own, subnet *schema.Subnet) bool {
	to, ok := subnet.Addresses()
	if e.IP.IsValid() {
		to, ok = netip.PrefixFrom(e.IP, e.IP.BitLen()), true
	}
	if !ok || e.Gateway.Ignores("subnet_id") {
		return false
	}
	verdict, rule := acl.LetsOut([]netip.Prefix{to}, e.Port)
	if verdict == schema.No {
		f := p.ReportLevelf(lint.Warning, acl, acl, "%s does not allow outbound traffic of %s from %s to the backend %s of %s: calls get APIG.0201 or APIG.0202",
			acl, e.Gateway, own, targetOf(e), e.Resource).
			Remedyf("add %s that allows TCP to %s, before any that denies it", outboundRuleOf(acl), to).
			Relate(e.Value.Range(), "%s calls the backend here", e.Resource)
		if rule != nil {
			f.Relate(rule.Range(), "this rule denies it")
		}
	}
	return verdict == schema.No
}

// ruleOf says where an inbound rule of a network ACL is written.
func ruleOf(acl *schema.NetworkACL) string {
	if acl.Older() {
		return "to inbound_rules of " + acl.String() + " a huaweicloud_network_acl_rule"
	}
	return "an ingress_rules block to " + acl.String()
}

// outboundRuleOf says where an outbound rule of a network ACL is written.
func outboundRuleOf(acl *schema.NetworkACL) string {
	if acl.Older() {
		return "to outbound_rules of " + acl.String() + " a huaweicloud_network_acl_rule"
	}
	return "an egress_rules block to " + acl.String()
}
