terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = ">= 1.57.0"
    }
  }
}

resource "huaweicloud_apig_instance" "main" {
  name                            = "main"
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "bandwidth" # want `ingress_bandwidth_charging_mode` `^ingress_bandwidth_charging_mode and ingress_bandwidth_size of huaweicloud_apig_instance.main came with provider 1.61.1, but >= 1.57.0 allows older releases: with one of them the plan fails$` help `^require huaweicloud >= 1.61.1 in required_providers$`
}

# Of all that came with one release the first is reported.
resource "huaweicloud_apig_instance" "other" {
  name                   = "other"
  ingress_bandwidth_size = 5
}

# A type. What came with it, or before, is said with it.
resource "huaweicloud_apig_group_domain_associate" "shop" { # want `"huaweicloud_apig_group_domain_associate"` `^huaweicloud_apig_group_domain_associate.shop has the type huaweicloud_apig_group_domain_associate, which came with provider 1.73.4, but >= 1.57.0 allows older releases` help `huaweicloud >= 1.73.4`
  instance_id     = huaweicloud_apig_instance.main.id
  group_id        = huaweicloud_apig_group.shop.id
  url_domain      = "shop.example.com"
  min_ssl_version = "TLSv1.2"
}

# A block, and an argument of another release in it, which came with the block.
resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"

  url_domains { # want `url_domains` `^url_domains of huaweicloud_apig_group.shop came with provider 1.63.0`
    name = "other.example.com"
  }
}

# A data source, by the name that it had first.
data "huaweicloud_apig_instance_ssl_certificates" "all" { # want `"huaweicloud_apig_instance_ssl_certificates"` `came with provider 1.75.0`
  instance_id = huaweicloud_apig_instance.main.id
}

# An argument of a nested block.
resource "huaweicloud_apig_channel" "backend" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "backend"
  port             = 80
  balance_strategy = 1

  member_group {
    name                     = "blue"
    reference_vpc_channel_id = "c1" # want `reference_vpc_channel_id` `^member_group.reference_vpc_channel_id of huaweicloud_apig_channel.backend came with provider 1.72.0`
  }
}

# Silent: the name that the type had in 1.49.0, and what all releases have that were examined.
resource "huaweicloud_apig_plugin_associate" "cors" {
  instance_id = huaweicloud_apig_instance.main.id
  plugin_id   = "p"
  env_id      = "e"
  api_ids     = ["a"]
}
