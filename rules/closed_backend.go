package rules

import (
	"fmt"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
)

// closedBackend finds servers whose security groups keep the gateway out that calls them.
var closedBackend = &lint.Rule{
	ID: "NET121", Name: "closed-backend", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Network,
	Title: "a backend server whose security group does not allow calls from the gateway",
	Codes: []string{"APIG.0201", "APIG.0610"}, Status: 502,
	Elsewhere: true,
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0010.html", // the security groups of a channel's servers
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/networking_secgroup_rule",
	},
	Check: lint.Given(func(p *lint.Pass) {
		reported := map[*schema.Server]bool{}
		for _, e := range p.GatewayEndpoints() {
			server, certain := p.ServerBehind(e.Endpoint)
			if server == nil || !certain || reported[server] || e.Gateway.Ignores("subnet_id") {
				continue
			}
			groups, ok := p.GroupsOfServer(server).All()
			if ok && len(groups) > 0 && keepOut(p, groups, e) {
				reported[server] = true
				reportClosedBackend(p, server, groups, e)
			}
		}
	}, lint.Of[schema.Server]),
}

// keepOut reports whether none of the groups certainly lets the gateway in.
func keepOut(p *lint.Pass, groups []*schema.SecurityGroup, e schema.GatewayEndpoint) bool {
	for _, group := range groups {
		if admission, _ := p.AdmitsGateway(group, e.Gateway, e.Port); admission.Verdict != schema.No {
			return false
		}
	}
	return true
}

func reportClosedBackend(p *lint.Pass, server *schema.Server, groups []*schema.SecurityGroup, e schema.GatewayEndpoint) {
	level := lint.Error
	var names []string
	for _, group := range groups {
		names = append(names, group.Address)
		if p.Admits(group, e.Port, schema.No).Verdict != schema.No {
			level = lint.Warning // others are let in
		}
	}
	from := e.Gateway.Address
	_, ranges := p.AdmitsGateway(groups[0], e.Gateway, e.Port)
	if len(ranges) > 0 {
		from = fmt.Sprintf("%s (%s)", e.Gateway, ranges[0])
	}
	var at lint.Place = server.Groups
	if server.Groups.Empty() == schema.Yes {
		at = server.Names
	}
	f := p.ReportLevelf(level, server, at, "no security group of %s (%s) allows inbound %s from %s or 100.125.0.0/16, and %s calls it: calls get %s",
		server, prose.List(names, "and"), portOf(e), from, e.Resource, unavailable(e)).
		Remedyf("add ingress huaweicloud_networking_secgroup_rules to %s for %s from the subnet of %s and from 100.125.0.0/16", groups[0], portOf(e), e.Gateway).
		Relate(e.Value.Range(), "%s calls the server here", e.Resource)
	for _, group := range groups {
		f.Relate(group.Range(), "%s is declared here", group)
	}
}
