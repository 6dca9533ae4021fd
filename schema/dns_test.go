package schema_test

import (
	"testing"

	"github.com/apiglint/apiglint/schema"
)

func TestRecordHost(t *testing.T) {
	for name, test := range map[string]struct {
		zone, record string
		host         string
		certain      bool
	}{
		"whole":           {`"example.com."`, `"Shop.example.com."`, "shop.example.com", true},
		"without the dot": {`"example.com"`, `"shop.example.com"`, "shop.example.com", true},
		"the zone itself": {`"example.com."`, `"example.com"`, "example.com", true},
		"relative":        {`"example.com."`, `"shop"`, "shop.example.com", true},
		"no suffix":       {`"example.com."`, `"notexample.com"`, "notexample.com.example.com", true},
		"unknown zone":    {"var.x", `"shop.example.com"`, "", false},
		"whole, unknown":  {"var.x", `"shop.example.com."`, "shop.example.com", true},
		"unknown name":    {`"example.com."`, "var.x", "", false},
	} {
		c := hostConfig(t, `
variable "x" {}
resource "dns_zone" "z" {
  name = `+test.zone+`
}
resource "dns_recordset" "r" {
  zone_id = dns_zone.z.id
  name    = `+test.record+`
}`)
		if host, certain := c.Records[0].Host(); host != test.host || certain != test.certain {
			t.Errorf("%s: %q, %t, want %q, %t", name, host, certain, test.host, test.certain)
		}
	}
}

func TestResolves(t *testing.T) {
	for name, test := range map[string]struct {
		records string
		want    map[string]schema.Verdict
	}{
		"none": {"", map[string]schema.Verdict{"shop.example.com": schema.No}},
		"exact": {
			record(`"shop.example.com."`, `"A"`),
			map[string]schema.Verdict{
				"shop.example.com": schema.Yes, "a.shop.example.com": schema.No, "*.example.com": schema.Unsure,
				"*.shop.example.com": schema.No,
			},
		},
		"wildcard": {
			record(`"*.example.com."`, `"CNAME"`),
			map[string]schema.Verdict{"a.b.example.com": schema.Yes, "*.example.com": schema.Yes, "example.com": schema.No},
		},
		"text":           {record(`"shop.example.com."`, `"TXT"`), map[string]schema.Verdict{"shop.example.com": schema.No}},
		"unknown type":   {record(`"shop.example.com."`, "var.x"), map[string]schema.Verdict{"shop.example.com": schema.Unsure}},
		"unknown status": {record(`"shop.example.com."`, `"A"`, "status = var.x"), map[string]schema.Verdict{"shop.example.com": schema.Unsure}},
		"off":            {record(`"shop.example.com."`, `"A"`, `status = "DISABLE"`), map[string]schema.Verdict{"shop.example.com": schema.No}},
		"counted":        {record(`"shop.example.com."`, `"A"`, "count = var.x"), map[string]schema.Verdict{"shop.example.com": schema.Unsure}},
		"unknown name":   {record("var.x", `"A"`), map[string]schema.Verdict{"shop.example.com": schema.Unsure}},
		"delegated": {
			record(`"cloud.example.com."`, `"NS"`),
			map[string]schema.Verdict{"a.cloud.example.com": schema.Unsure, "shop.example.com": schema.No},
		},
	} {
		c := hostConfig(t, "variable \"x\" {}\n"+test.records)
		for host, want := range test.want {
			if got := c.Resolves(host); got != want {
				t.Errorf("%s: %s: %v, want %v", name, host, got, want)
			}
		}
	}
}

func record(name, kind string, more ...string) string {
	text := "resource \"dns_recordset\" \"r\" {\nname = " + name + "\ntype = " + kind + "\n"
	for _, line := range more {
		text += line + "\n"
	}
	return text + "}\n"
}

func TestZoneOf(t *testing.T) {
	c := hostConfig(t, `
variable "x" {}
resource "dns_zone" "short" {
  name = "example.com."
}
resource "dns_zone" "long" {
  name = "shop.Example.com"
}
resource "dns_zone" "asks" {
  name          = "asks.example.com."
  zone_type     = "private"
  proxy_pattern = "RECURSIVE"
}
resource "dns_zone" "counted" {
  count = var.x
  name  = "counted.example.com."
}
resource "dns_zone" "unknown" {
  name = var.x
}`)
	for host, want := range map[string]string{
		"a.shop.example.com": "long", "shop.example.com": "long", "myshop.example.com": "short", "example.com": "short",
		"a.asks.example.com": "short", "a.counted.example.com": "short", "example.org": "",
	} {
		got := ""
		if zone := c.ZoneOf(host); zone != nil {
			got = zone.Address[len("huaweicloud_dns_zone."):]
		}
		if got != want {
			t.Errorf("%s lies in %q, want %q", host, got, want)
		}
	}
}

func TestAddressOf(t *testing.T) {
	c := hostConfig(t, `
resource "vpc_eip" "own" {}
resource "vpc_eip" "shared" {}
resource "vpc_eip" "free" {}
resource "apig_instance" "main" {
  eip_id = vpc_eip.own.id
}
resource "apig_instance" "a" {
  eip_id = vpc_eip.shared.id
}
resource "apig_instance" "b" {
  eip_id = vpc_eip.shared.id
}
resource "dns_recordset" "r" {
  records = [
    apig_instance.main.ingress_address,
    apig_instance.main.vpc_ingress_address,
    vpc_eip.own.address,
    vpc_eip.shared.address,
    vpc_eip.free.address,
    apig_instance.main.egress_address,
    apig_instance.main.id,
    "203.0.113.7",
    "10.${apig_instance.main.ingress_address}",
  ]
}`)
	main := gateway(t, c, "main")
	want := []*schema.Gateway{main, main, main, nil, nil, nil, nil, nil, nil}
	items := c.Records[0].Records.Certain()
	if len(items) != len(want) {
		t.Fatalf("%d items, want %d", len(items), len(want))
	}
	for i, item := range items {
		if got := c.AddressOf(item); got != want[i] {
			t.Errorf("item %d is an address of %v, want %v", i, got, want[i])
		}
	}
}
