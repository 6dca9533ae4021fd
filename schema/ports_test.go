package schema_test

import (
	"net/netip"
	"testing"

	"github.com/apiglint/apiglint/schema"
)

const portGateway = `
variable "any" {}

resource "huaweicloud_vpc" "main" {
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_apig_instance" "main" {
  vpc_id = huaweicloud_vpc.main.id

  custom_ingress_ports {
    port     = 8080
    protocol = "HTTP"
  }
}

resource "huaweicloud_apig_instance_ingress_port" "main" {
  instance_id = huaweicloud_apig_instance.main.id
  port        = 8443
  protocol    = "HTTPS"
}
`

func TestCustomPorts(t *testing.T) {
	const more = "resource \"huaweicloud_apig_instance_ingress_port\" \"more\" {\n"
	for name, test := range map[string]struct {
		text     string
		ports    int
		complete bool
	}{
		"both kinds":   {"", 2, true},
		"loose":        {more + "instance_id = var.any\nport = 1\n}", 2, false},
		"unknown port": {more + "instance_id = huaweicloud_apig_instance.main.id\nport = var.any\n}", 3, false},
		"any number":   {more + "count = var.any\ninstance_id = huaweicloud_apig_instance.main.id\nport = 1\n}", 3, false},
	} {
		c := load(t, portGateway+test.text)
		if ports, complete := parts(c.CustomPorts(c.Gateways[0])); len(ports) != test.ports || complete != test.complete {
			t.Errorf("%s: %d ports, complete: %v", name, len(ports), complete)
		}
	}
}

func TestReachedByRoute(t *testing.T) {
	const routes = "resource \"huaweicloud_apig_instance_routes\" \"main\" {\n"
	const own = routes + "instance_id = huaweicloud_apig_instance.main.id\n"
	for name, test := range map[string]struct {
		text string
		want schema.Verdict
	}{
		"none":       {"", schema.No},
		"covered":    {own + "nexthops = [\"10.8.0.0/16\", \"10.9.0.0/16\"]\n}", schema.Yes},
		"elsewhere":  {own + "nexthops = [\"10.8.0.0/16\"]\n}", schema.No},
		"unknown":    {own + "nexthops = var.any\n}", schema.Unsure},
		"one is":     {own + "nexthops = [var.any]\n}", schema.Unsure},
		"loose":      {routes + "instance_id = var.any\nnexthops = [\"10.9.0.0/16\"]\n}", schema.Unsure},
		"any number": {own + "count = var.any\nnexthops = [\"10.9.0.0/16\"]\n}", schema.Unsure},
	} {
		c := load(t, portGateway+test.text)
		if got := c.ReachedByRoute(c.Gateways[0], netip.MustParseAddr("10.9.0.7")); got != test.want {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}

func TestKeptRange(t *testing.T) {
	for cidr, want := range map[string]string{
		`"10.1.0.0/16"`:    "172.31.32.0/19",
		`"192.168.0.0/16"`: "172.31.32.0/19",
		`"172.16.0.0/12"`:  "192.168.32.0/19",
		`"100.64.0.0/16"`:  "invalid Prefix",
		"var.any":          "invalid Prefix",
	} {
		c := load(t, "variable \"any\" {}\nresource \"huaweicloud_vpc\" \"main\" {\n  cidr = "+cidr+"\n}\n"+
			"resource \"huaweicloud_apig_instance\" \"main\" {\n  vpc_id = huaweicloud_vpc.main.id\n}\n")
		if got, _ := c.Gateways[0].KeptRange(); got.String() != want {
			t.Errorf("%s: %s, want %s", cidr, got, want)
		}
	}
}

func TestBalancer(t *testing.T) {
	for name, test := range map[string]struct {
		provider, gateway string
		want              schema.Balancer
		placed            bool
	}{
		"nothing":           {"", "", schema.AnyBalancer, false},
		"own region":        {"", `region = "cn-north-1"`, schema.LVS, true},
		"other region":      {"", `region = "cn-north-4"`, schema.ELB, true},
		"unknown region":    {"", "region = var.any", schema.AnyBalancer, true},
		"provider's region": {`region = "na-mexico-1"`, "", schema.LVS, true},
		"provider unknown":  {"region = var.any", "", schema.AnyBalancer, true},
		"own wins":          {`region = "na-mexico-1"`, `region = "cn-north-4"`, schema.ELB, true},
		"said":              {`region = "cn-north-4"`, `loadbalancer_provider = "LVS"`, schema.LVS, true},
		"said, unknown":     {`region = "cn-north-4"`, "loadbalancer_provider = var.any", schema.AnyBalancer, true},
		"own balancers":     {`region = "cn-north-4"`, `elb_ids = ["x"]`, schema.AnyBalancer, true},
	} {
		c := load(t, "variable \"any\" {}\nprovider \"huaweicloud\" {\n"+test.provider+"\n}\nresource \"huaweicloud_apig_instance\" \"main\" {\n"+test.gateway+"\n}\n")
		g := c.Gateways[0]
		if g.Balancer() != test.want || g.Placed() != test.placed {
			t.Errorf("%s: %v, placed: %v", name, g.Balancer(), g.Placed())
		}
	}
}

func TestPublicEntrance(t *testing.T) {
	for argument, want := range map[string]schema.Verdict{
		"":                                     schema.No,
		"ingress_bandwidth_size = 0":           schema.No,
		"bandwidth_size = 5":                   schema.No,
		`eip_id = ""`:                          schema.No,
		"eip_id = null":                        schema.No,
		"ingress_bandwidth_size = 5":           schema.Yes,
		`eip_id = "id"`:                        schema.Yes,
		"eip_id = huaweicloud_vpc_eip.main.id": schema.Yes,
		"eip_id = var.any":                     schema.Unsure,
		"ingress_bandwidth_size = var.any":     schema.Unsure,
	} {
		c := load(t, "variable \"any\" {}\nresource \"huaweicloud_vpc_eip\" \"main\" {}\nresource \"huaweicloud_apig_instance\" \"main\" {\n"+argument+"\n}\n")
		if got := c.Gateways[0].PublicEntrance(); got != want {
			t.Errorf("%s: %v, want %v", argument, got, want)
		}
	}
}
