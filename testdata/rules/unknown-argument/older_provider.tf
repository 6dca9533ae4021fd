terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = "~> 1.62.1"
    }
  }
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "shop"
  domain_access_enabled = true # want `domain_access_enabled` `^domain_access_enabled of huaweicloud_apig_group.shop came with provider 1.64.2, but this configuration uses ~> 1.62.1: the plan fails$` help `^require huaweicloud >= 1.64.2, or remove domain_access_enabled$`
}

# The argument was there until 1.45.1.
resource "huaweicloud_dns_zone" "main" {
  name        = "example.com."
  value_specs = {} # want `value_specs` `has no argument value_specs`
}

# A block, and nothing that stands in it.
resource "huaweicloud_apig_group" "pay" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "pay"

  url_domains { # want `url_domains` `^url_domains of huaweicloud_apig_group.pay came with provider 1.63.0, but this configuration uses ~> 1.62.1: the plan fails$` help `^require huaweicloud >= 1.63.0, or remove url_domains$`
    name = "pay.example.com"
  }
}

# The type is younger: that is said of it alone.
resource "huaweicloud_apig_instance_feature" "route" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "app_route"
  slip        = true
}
