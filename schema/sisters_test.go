package schema_test

import (
	"testing"

	"github.com/apiglint/apiglint/schema"
)

// TestSisters holds what is read of the providers that sell the same product under another name.
func TestSisters(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		kinds      int // how many resources become kinds
		open       bool
	}{
		{"sbercloud", `
resource "sbercloud_vpc" "main" {}
resource "sbercloud_apig_instance" "main" { vpc_id = sbercloud_vpc.main.id }
resource "sbercloud_apig_group" "main" { instance_id = sbercloud_apig_instance.main.id }
resource "sbercloud_dns_recordset" "main" {}`, 4, false},
		{"sbercloud, of another service", `resource "sbercloud_obs_bucket" "main" {}`, 0, false},
		{"sbercloud, APIs by an old name", `resource "sbercloud_api_gateway_api" "main" {}`, 0, true},
		{"sbercloud, an unknown resource of the gateway", `resource "sbercloud_apig_any" "main" {}`, 0, true},
		{"sbercloud, data", `data "sbercloud_apig_groups" "main" {}`, 0, false},
		{"flexibleengine", `
resource "flexibleengine_apig_environment" "main" {}
resource "flexibleengine_apig_signature" "main" {}`, 2, false},
		{"flexibleengine, groups", `resource "flexibleengine_apig_group" "main" {}`, 0, true},
		{"flexibleengine, rules", `resource "flexibleengine_networking_secgroup_rule_v2" "main" {}`, 0, true},
		{"g42cloud", `
resource "g42cloud_apig_environment" "main" {}
resource "g42cloud_apig_plugin" "main" {}`, 2, false},
		{"g42cloud, APIs", `resource "g42cloud_apig_api" "main" {}`, 0, true},
		{"no sister", `resource "hcs_apig_api" "main" {}`, 0, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := load(t, tt.text)
			kinds := 0
			for _, r := range c.Resources {
				if c.Object(r.Instance) != nil {
					kinds++
				}
			}
			if kinds != tt.kinds || c.Whole() == tt.open || len(c.Strangers) > 0 {
				t.Errorf("%d kinds, whole %t, strangers %v", kinds, c.Whole(), c.Strangers)
			}
		})
	}
}

// TestSistersRegions holds that the regions of another cloud are not taken for those of this one.
func TestSistersRegions(t *testing.T) {
	for _, tt := range []struct {
		text, region string
		balancer     schema.Balancer
		mainland     bool
	}{
		{`provider "huaweicloud" { region = "cn-north-1" }
resource "huaweicloud_apig_instance" "main" {}`, "cn-north-1", schema.LVS, true},
		{`provider "sbercloud" { region = "cn-north-1" }
resource "sbercloud_apig_instance" "main" {}`, "cn-north-1", schema.AnyBalancer, false},
		{`provider "sbercloud" { region = "ru-moscow-1" }
resource "sbercloud_apig_instance" "main" {}`, "ru-moscow-1", schema.AnyBalancer, false},
		{`provider "sbercloud" { region = "ru-moscow-1" }
resource "sbercloud_apig_instance" "main" { loadbalancer_provider = "elb" }`, "ru-moscow-1", schema.ELB, false},
	} {
		g := load(t, tt.text).Gateways[0]
		if g.Region() != tt.region || g.Balancer() != tt.balancer || g.Mainland() != tt.mainland {
			t.Errorf("%s: region %s, balancer %d, mainland %t", tt.text, g.Region(), g.Balancer(), g.Mainland())
		}
	}
}

// TestSistersDefaultRules holds that what a new security group opens is not known in another cloud.
func TestSistersDefaultRules(t *testing.T) {
	for _, tt := range []struct {
		text string
		want schema.Verdict
	}{
		{`resource "huaweicloud_networking_secgroup" "main" {}`, schema.No},
		{`resource "sbercloud_networking_secgroup" "main" {}`, schema.Unsure},
		{`resource "sbercloud_networking_secgroup" "main" { delete_default_rules = true }`, schema.No},
	} {
		c := load(t, tt.text)
		if got := c.Admits(c.SecurityGroups[0], 443, schema.No); got.Verdict != tt.want {
			t.Errorf("%s: %v", tt.text, got.Verdict)
		}
	}
}
