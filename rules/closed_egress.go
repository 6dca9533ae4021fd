package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// closedEgress finds security groups of gateways that do not let them call their backends.
var closedEgress = &lint.Rule{
	ID: "NET120", Name: "closed-egress", Level: lint.Error, Lower: []lint.Level{lint.Warning, lint.Note}, Cause: lint.Network,
	Title: "a security group of an LVS gateway that does not allow calls to its backends",
	Codes: []string{"APIG.0201", "APIG.0610"}, Status: 502,
	ByRelease: true,
	Elsewhere: true,
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0037.html", // the outbound rules that a gateway needs
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/networking_secgroup",
	},
	Check: lint.Given(func(p *lint.Pass) {
		filter := memo(func(g *schema.Gateway) *schema.SecurityGroup {
			if g.Balancer() != schema.LVS {
				return nil
			}
			return g.Filter()
		})
		closed := map[*schema.Gateway][]schema.GatewayEndpoint{}
		for _, e := range p.GatewayEndpoints() {
			if group := filter(e.Gateway); group != nil && targetOf(e) != "" && p.LetsOut(group, e.Port, e.IP).Verdict == schema.No {
				closed[e.Gateway] = append(closed[e.Gateway], e)
			}
		}
		for _, g := range p.Gateways {
			if len(closed[g]) > 0 {
				reportClosedEgress(p, g, filter(g), closed[g])
			}
		}
	}, lint.Of[schema.Gateway]),
}

// egressLevel returns how certain it is that a call that the group does not allow fails. The cloud asks for no rule where a backend is in the
// group itself, which only one in the gateway's own VPC may be.
func egressLevel(p *lint.Pass, e schema.GatewayEndpoint) lint.Level {
	vpc := e.Gateway.VPC.Target()
	server, _ := p.ServerBehind(e.Endpoint)
	switch {
	case server != nil && !mayShareGroup(p, server, e.Gateway):
		return lint.Warning
	case e.Server != nil:
		return lint.Note
	case e.Public() != schema.No:
		return lint.Error
	case vpc == nil || vpc.CIDRs().MayHaveOthers() || holds(vpc.CIDRs().Certain(), e.IP):
		return lint.Note
	}
	return lint.Warning
}

// mayShareGroup reports whether a server may be in the security group of a gateway.
func mayShareGroup(p *lint.Pass, server *schema.Server, g *schema.Gateway) bool {
	groups, ok := p.GroupsOfServer(server).All()
	return !ok || slices.Contains(groups, g.Filter())
}

// reportClosedEgress reports the first of the backends that is the most certain.
func reportClosedEgress(p *lint.Pass, g *schema.Gateway, group *schema.SecurityGroup, closed []schema.GatewayEndpoint) {
	first := slices.MaxFunc(closed, func(a, b schema.GatewayEndpoint) int { return cmp.Compare(egressLevel(p, a), egressLevel(p, b)) })
	level, unless := egressLevel(p, first), ""
	if level == lint.Note {
		unless = ", unless the backend is in the group as well"
	}
	f := p.ReportLevelf(level, g, g.SecurityGroup, "the security group %s of %s does not allow outbound %s to %s, which %s calls: calls get %s%s",
		group, g, portOf(first), targetOf(first), first.Resource, unavailable(first), unless).
		Relate(group.Range(), "%s is declared here", group).
		Relate(first.Value.Range(), "%s calls %s here", first.Resource, targetOf(first))
	if by := p.LetsOut(group, first.Port, first.IP).By; by != nil {
		f.Remedyf("remove %s, or give a rule that allows it a higher priority", by).Relate(by.Range(), "%s denies it", by)
	} else {
		f.Remedyf("add an egress huaweicloud_networking_secgroup_rule to %s for %s", group, portOf(first))
	}
}

// targetOf names what a gateway calls, "" where it is not certain.
func targetOf(e schema.GatewayEndpoint) string {
	if e.EIP != nil {
		return e.EIP.Address
	}
	if e.Server != nil {
		return e.Server.Address
	}
	return e.Host
}

func portOf(e schema.GatewayEndpoint) string {
	if e.Port == schema.AnyPort {
		return "TCP"
	}
	return fmt.Sprintf("TCP %d", e.Port)
}

// unavailable is the code that callers get where the gateway does not reach a backend, which differs for members of a channel.
func unavailable(e schema.GatewayEndpoint) string {
	if strings.HasPrefix(e.Resource.Facts.Name, "huaweicloud_apig_channel") {
		return "APIG.0610"
	}
	return "APIG.0201"
}
