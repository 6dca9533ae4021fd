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
  domain_access_enabled = true # want `domain_access_enabled` `^domain_access_enabled of huaweicloud_apig_group.shop came with provider 1.64.2, and this is ~> 1.62.1: the plan fails$` help `^require version >= 1.64.2 of the provider, or remove domain_access_enabled$`
}

# The argument was there until 1.45.1.
resource "huaweicloud_dns_zone" "main" {
  name        = "example.com."
  value_specs = {} # want `value_specs` `has no argument value_specs`
}
