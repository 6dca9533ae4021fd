package schema_test

import (
	"testing"

	"github.com/apiglint/apiglint/schema"
)

const peered = `
variable "any" {}

provider "huaweicloud" {
  alias = "partner"
}

resource "huaweicloud_vpc" "a" {
  name = "a"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_vpc" "b" {
  name            = "b"
  cidr            = "10.2.0.0/16"
  secondary_cidrs = ["172.16.0.0/16"]
}

resource "huaweicloud_vpc_peering_connection" "ab" {
  name        = "ab"
  vpc_id      = huaweicloud_vpc.a.id
  peer_vpc_id = huaweicloud_vpc.b.id
}
`

func routeOfA(differs string) string {
	return "resource \"huaweicloud_vpc_route\" \"r\" {\n  vpc_id = huaweicloud_vpc.a.id\n" + differs + "\n}\n"
}

func thirdVPC(cidr string) string {
	return "resource \"huaweicloud_vpc\" \"z\" {\n  name = \"z\"\n  cidr = " + cidr + "\n}\n"
}

func TestRoutedTo(t *testing.T) {
	const through = "nexthop = huaweicloud_vpc_peering_connection.ab.id\ntype = \"peering\"\n"
	for name, test := range map[string]struct {
		routes string
		want   schema.Verdict
	}{
		"no route":                   {"", schema.No},
		"the range":                  {routeOfA(through + `destination = "10.2.0.0/16"`), schema.Yes},
		"a wider one":                {routeOfA(through + `destination = "0.0.0.0/0"`), schema.Yes},
		"a part":                     {routeOfA(through + `destination = "10.2.3.0/24"`), schema.Yes},
		"the secondary range":        {routeOfA(through + `destination = "172.16.0.0/12"`), schema.Yes},
		"on to a third VPC":          {routeOfA(through+`destination = "10.3.0.0/16"`) + thirdVPC("\"10.3.0.0/16\""), schema.Unsure},
		"on, perhaps":                {routeOfA(through+`destination = "10.3.0.0/16"`) + thirdVPC("var.any"), schema.Unsure},
		"not to the third VPC":       {routeOfA(through+`destination = "10.3.0.0/16"`) + thirdVPC("\"10.4.0.0/16\""), schema.No},
		"elsewhere":                  {routeOfA(through + `destination = "10.3.0.0/16"`), schema.No},
		"an unknown range":           {routeOfA(through + `destination = var.any`), schema.Unsure},
		"any number":                 {routeOfA(through + "destination = \"10.2.0.0/16\"\ncount = var.any"), schema.Unsure},
		"an unknown next hop":        {routeOfA("nexthop = var.any\ntype = \"peering\"\ndestination = \"10.2.0.0/16\""), schema.Unsure},
		"an unknown type":            {routeOfA("nexthop = var.any\ntype = var.any\ndestination = \"10.2.0.0/16\""), schema.Unsure},
		"a nat gateway":              {routeOfA("nexthop = var.any\ntype = \"nat\"\ndestination = \"0.0.0.0/0\""), schema.No},
		"an enterprise router":       {routeOfA("nexthop = var.any\ntype = \"er\"\ndestination = \"10.0.0.0/8\""), schema.Unsure},
		"an enterprise router, else": {routeOfA("nexthop = var.any\ntype = \"er\"\ndestination = \"10.3.0.0/16\""), schema.No},
		"a route of the other VPC":   {"resource \"huaweicloud_vpc_route\" \"r\" {\n vpc_id = huaweicloud_vpc.b.id\n" + through + "destination = \"10.2.0.0/16\"\n}", schema.No},
		"a route of an unknown VPC":  {"resource \"huaweicloud_vpc_route\" \"r\" {\n vpc_id = var.any\n" + through + "destination = \"10.2.0.0/16\"\n}", schema.Unsure},
		"the older resource":         {"resource \"huaweicloud_vpc_route_v2\" \"r\" {\n vpc_id = huaweicloud_vpc.a.id\n" + through + "destination = \"10.2.0.0/16\"\n}", schema.Yes},
		"a route table":              {"resource \"huaweicloud_vpc_route_table\" \"r\" {\n vpc_id = huaweicloud_vpc.a.id\nroute {\n" + through + "destination = \"10.2.0.0/16\"\n}\n}", schema.Yes},
		"an open route table":        {"resource \"huaweicloud_vpc_route_table\" \"r\" {\n vpc_id = huaweicloud_vpc.a.id\ndynamic \"route\" {\nfor_each = var.any\ncontent {\n" + through + "destination = \"10.2.0.0/16\"\n}\n}\n}", schema.Unsure},
	} {
		t.Run(name, func(t *testing.T) {
			c := load(t, peered+test.routes)
			if got := c.RoutedTo(c.VPCs[0], c.Peerings[0], c.VPCs[1]); got != test.want {
				t.Errorf("verdict %v, want %v", got, test.want)
			}
		})
	}
}

// TestRoutedFrom holds that a subnet uses the routes of one table: the default one, unless a table names the subnet.
func TestRoutedFrom(t *testing.T) {
	const (
		subnet  = "resource \"huaweicloud_vpc_subnet\" \"a\" {\n vpc_id = huaweicloud_vpc.a.id\n cidr = \"10.1.0.0/24\"\n}\n"
		another = "resource \"huaweicloud_vpc_subnet\" \"b\" {\n vpc_id = huaweicloud_vpc.a.id\n cidr = \"10.1.1.0/24\"\n}\n"
		through = "nexthop = huaweicloud_vpc_peering_connection.ab.id\ntype = \"peering\"\ndestination = \"10.2.0.0/16\"\n"
	)
	table := func(subnets, routes string) string {
		return "resource \"huaweicloud_vpc_route_table\" \"t\" {\n vpc_id = huaweicloud_vpc.a.id\n" + subnets + "\n" + routes + "\n}\n"
	}
	const inBlock, named, others, open = "route {\n" + through + "}", "subnets = [huaweicloud_vpc_subnet.a.id]", "subnets = [huaweicloud_vpc_subnet.b.id]", "subnets = var.any"
	for name, test := range map[string]struct {
		text              string
		known, notCertain schema.Verdict // of the subnet, and of one that is not certain
	}{
		"in the default table":          {routeOfA(through), schema.Yes, schema.Yes},
		"and the subnet uses another":   {routeOfA(through) + table(named, ""), schema.No, schema.Unsure},
		"and perhaps it uses another":   {routeOfA(through) + table(open, ""), schema.Unsure, schema.Unsure},
		"in its table":                  {table(named, inBlock), schema.Yes, schema.Unsure},
		"in that of another subnet":     {table(others, inBlock), schema.No, schema.Unsure},
		"in that of no subnet":          {table("", inBlock), schema.No, schema.No},
		"in that of subnets not known":  {table(open, inBlock), schema.Unsure, schema.Unsure},
		"in its table, of any number":   {table("count = var.any\n"+named, inBlock), schema.Unsure, schema.Unsure},
		"of its own, in its table":      {routeOfA(through+"route_table_id = huaweicloud_vpc_route_table.t.id") + table(named, ""), schema.Yes, schema.Unsure},
		"of its own, in another's":      {routeOfA(through+"route_table_id = huaweicloud_vpc_route_table.t.id") + table(others, ""), schema.No, schema.Unsure},
		"of its own, in an unknown one": {routeOfA(through + "route_table_id = var.any"), schema.Unsure, schema.Unsure},
		"left to others":                {table(others+"\nlifecycle {\n ignore_changes = [subnets]\n}", inBlock), schema.Unsure, schema.Unsure},
	} {
		t.Run(name, func(t *testing.T) {
			c := load(t, peered+subnet+another+test.text)
			for s, want := range map[*schema.Subnet]schema.Verdict{c.Subnets[0]: test.known, nil: test.notCertain} {
				if got := c.RoutedFrom(s, c.VPCs[0], c.Peerings[0], c.VPCs[1]); got != want {
					t.Errorf("from %v: verdict %v, want %v", s, got, want)
				}
			}
		})
	}
}

func TestRoutedToAnUnknownPeer(t *testing.T) {
	c := load(t, peered+routeOfA("nexthop = huaweicloud_vpc_peering_connection.ab.id\ntype = \"peering\"\ndestination = var.any"))
	if got := c.RoutedTo(c.VPCs[0], c.Peerings[0], nil); got != schema.Yes {
		t.Errorf("verdict %v", got)
	}
}

func TestAccepted(t *testing.T) {
	const foreign = `
resource "huaweicloud_vpc" "c" {
  provider = huaweicloud.partner
  name     = "c"
  cidr     = "10.3.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "ac" {
  name           = "ac"
  vpc_id         = huaweicloud_vpc.a.id
  peer_vpc_id    = huaweicloud_vpc.c.id
  peer_tenant_id = "tenant"
}
`
	accepter := func(peering, accept string) string {
		return "resource \"huaweicloud_vpc_peering_connection_accepter\" \"x\" {\nvpc_peering_connection_id = " + peering + "\n" + accept + "\n}\n"
	}
	const ac = "huaweicloud_vpc_peering_connection.ac.id"
	for name, test := range map[string]struct {
		text string
		want schema.Verdict
	}{
		"no accepter":           {"", schema.No},
		"accepts":               {accepter(ac, "accept = true"), schema.Yes},
		"rejects":               {accepter(ac, "accept = false"), schema.No},
		"rejects by default":    {accepter(ac, ""), schema.No},
		"unknown":               {accepter(ac, "accept = var.any"), schema.Unsure},
		"any number":            {accepter(ac, "accept = true\ncount = var.any"), schema.Unsure},
		"of an unknown peering": {accepter("var.any", "accept = true"), schema.Unsure},
		"rejects an unknown":    {accepter("var.any", ""), schema.Unsure},
	} {
		t.Run(name, func(t *testing.T) {
			c := load(t, peered+foreign+test.text)
			if got, _ := c.Accepted(c.Peerings[1]); got != test.want {
				t.Errorf("verdict %v, want %v", got, test.want)
			}
			if got, _ := c.Accepted(c.Peerings[0]); got != schema.Yes {
				t.Errorf("within one account: verdict %v", got)
			}
		})
	}
}

func TestCIDRs(t *testing.T) {
	c := load(t, peered+"resource \"huaweicloud_vpc\" \"c\" {\nname = \"c\"\ncidr = \"10.9.0.0/16\"\nsecondary_cidrs = [var.any]\n}\n")
	if ranges, complete := parts(c.VPCs[1].CIDRs()); len(ranges) != 2 || !complete {
		t.Errorf("%v, complete: %v", ranges, complete)
	}
	if ranges, complete := parts(c.VPCs[2].CIDRs()); len(ranges) != 1 || complete {
		t.Errorf("%v, complete: %v", ranges, complete)
	}
}
