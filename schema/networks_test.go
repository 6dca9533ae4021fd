package schema_test

import (
	"net/netip"
	"strings"
	"testing"
)

func TestVPCWith(t *testing.T) {
	const vpcs = `
resource "huaweicloud_vpc" "wide" { cidr = "10.0.0.0/8" }
resource "huaweicloud_vpc" "same" { cidr = "10.1.0.0/16" }
resource "huaweicloud_vpc" "again" { cidr = "10.1.0.0/16" }
resource "huaweicloud_vpc" "other" {
  cidr            = "192.168.0.0/16"
  secondary_cidrs = ["10.1.2.0/24"]
}
`
	c := load(t, vpcs)
	for addr, want := range map[string]string{
		"10.1.2.3":    "", // in four
		"10.1.3.3":    "", // in three
		"10.9.0.1":    "wide",
		"192.168.0.1": "other",
		"172.16.0.1":  "",
	} {
		got := ""
		if v := c.VPCWith(netip.MustParseAddr(addr)); v != nil {
			got = strings.TrimPrefix(v.Address, "huaweicloud_vpc.")
		}
		if got != want {
			t.Errorf("%s is in %q, want %q", addr, got, want)
		}
	}
	c = load(t, vpcs+"variable \"any\" {}\nresource \"huaweicloud_vpc\" \"any\" { cidr = var.any }\n")
	if c.VPCWith(netip.MustParseAddr("10.9.0.1")) != nil {
		t.Error("a VPC of unknown range may have the address")
	}
}
