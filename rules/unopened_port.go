package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unopenedPort finds domains at ports that the gateway does not listen on.
var unopenedPort = &lint.Rule{
	ID: "NET111", Name: "unopened-port", Level: lint.Error, Cause: lint.Network,
	Title:     "a domain name on a port that the gateway does not open",
	Codes:     []string{"APIG.2049"},
	Elsewhere: true,
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_group_domain_associate"},
	Check: lint.Each(func(p *lint.Pass, b *schema.DomainBinding) {
		g := b.Gateway.Target()
		if group := b.Group.Target(); g == nil && group != nil {
			g = group.Gateway.Target()
		}
		if g == nil {
			return
		}
		checkPort(p, b, g, b.HTTPPort, "HTTP", 80)
		checkPort(p, b, g, b.HTTPSPort, "HTTPS", 443)
	}),
}

func checkPort(p *lint.Pass, b *schema.DomainBinding, g *schema.Gateway, value schema.Value[int], protocol string, standard int) {
	port, ok := value.Get()
	if !ok || port <= 0 || port == standard {
		return
	}
	if port == 80 || port == 443 {
		p.Reportf(b, value, "%s offers %s on port %d, which %s opens for the other protocol: the apply gets APIG.2049", b, protocol, port, g).
			Remedyf("offer %s on port %d, or on a custom port of %s", protocol, standard, g)
		return
	}
	switch open, opens := p.CustomPort(g, port); opens {
	case schema.Yes:
		if other, ok := open.Protocol.Get(); ok && other != protocol {
			p.Reportf(b, value, "%s offers %s on port %d, which %s opens for %s: the apply gets APIG.2049", b, protocol, port, g, other).
				Remedyf("offer %s on a port that %s opens for %s", protocol, g, protocol).
				Relate(open.Range(), "%s opens port %d here", open.Resource, port)
		}
	case schema.No:
		p.Reportf(b, value, "%s offers %s on port %d, which %s does not open: the apply gets APIG.2049", b, protocol, port, g).
			Remedyf("add a custom_ingress_ports block to %s with protocol = %q and port = %d", g, protocol, port).
			Relate(g.Range(), "%s is declared here", g)
	case schema.Unsure:
	}
}
