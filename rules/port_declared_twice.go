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
	Doc: `The blocks ` + "`custom_ingress_ports`" + ` are all the custom ports of a gateway: an apply removes those that are not among
them, and so those of ` + "`huaweicloud_apig_instance_ingress_port`" + `, which the next apply opens again. In between, calls to
these ports get no answer.

Keep all ports of a gateway in one of the two places. The rule is silent where the gateway leaves its blocks to others
(` + "`ignore_changes`" + `).`,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance_ingress_port",
	},
	Bad: `
resource "huaweicloud_apig_instance" "orders" {
  name               = "orders"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["cn-north-4a"]

  custom_ingress_ports {
    port     = 8080
    protocol = "HTTP"
  }
}

resource "huaweicloud_apig_instance_ingress_port" "partners" {
  instance_id = huaweicloud_apig_instance.orders.id
  port        = 8443
  protocol    = "HTTPS"
}
`,
	Good: `
resource "huaweicloud_apig_instance" "orders" {
  name               = "orders"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["cn-north-4a"]
}

resource "huaweicloud_apig_instance_ingress_port" "orders" {
  instance_id = huaweicloud_apig_instance.orders.id
  port        = 8080
  protocol    = "HTTP"
}

resource "huaweicloud_apig_instance_ingress_port" "partners" {
  instance_id = huaweicloud_apig_instance.orders.id
  port        = 8443
  protocol    = "HTTPS"
}
`,
	Check: lint.Each(func(p *lint.Pass, g *schema.Gateway) {
		if len(g.Ports.Items) == 0 || g.Ignores("custom_ingress_ports") {
			return
		}
		var f *lint.Finding
		ports, _ := p.CustomPorts(g)
		for _, port := range ports {
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
