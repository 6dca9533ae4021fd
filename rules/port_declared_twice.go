package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// portDeclaredTwice finds gateways whose custom ports come from two places.
var portDeclaredTwice = &lint.Rule{
	ID: "NET115", Name: "port-declared-twice", Level: lint.Warning, Cause: lint.Network,
	Title:   "custom ports of one gateway declared in blocks and in resources",
	Symptom: "no answer on some of the ports after every other apply",
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
				f = p.Reportf(g, g.Ports, "%s sets custom_ingress_ports, and %s adds another port: each apply undoes the other", g, port.Resource).
					Remedyf("declare all custom ports of %s either in custom_ingress_ports or in resources", g)
			}
			f.Relate(port.Range(), "%s adds a port here", port.Resource)
		}
	}),
}
