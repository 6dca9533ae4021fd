package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// portDeclaredTwice finds gateways whose custom ports come from two places.
var portDeclaredTwice = &lint.Rule{
	ID: "NET115", Name: "port-declared-twice", Level: lint.Warning, Cause: lint.Network,
	Title:   "custom ports of one gateway in blocks and in resources",
	Symptom: "no answer at some of the ports, between two applies",
	Files:   texts,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance_ingress_port",
	},
	Check: lint.Each(func(p *lint.Pass, g *schema.Gateway) {
		if len(g.Ports.Certain()) == 0 || g.Ignores("custom_ingress_ports") {
			return
		}
		var f *lint.Finding
		for _, port := range p.CustomPorts(g).Certain() {
			if port.Resource == g.Resource || !port.Resource.ExistsWith(g.Resource) {
				continue
			}
			if f == nil {
				f = p.Reportf(g, g.Ports, "%s has its own custom ports and those of %s: each apply undoes the other", g, port.Resource)
			}
			f.Relate(port.Range(), "another port of the gateway is here")
		}
	}),
}
