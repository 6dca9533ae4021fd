# Terraform asks the provider for a type, however many resources there are of it.
terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = "~> 1.62.1"
    }
  }
}

resource "huaweicloud_apig_group_domain_associate" "counted" { # want `"huaweicloud_apig_group_domain_associate"` `counted has the type huaweicloud_apig_group_domain_associate, which came with provider 1.73.4`
  count       = 0
  instance_id = "i"
  group_id    = "g"
  url_domain  = "shop.example.com"
}

resource "huaweicloud_apig_group_domain_associate" "keyed" { # want `"huaweicloud_apig_group_domain_associate"` `keyed has the type huaweicloud_apig_group_domain_associate, which came with provider 1.73.4`
  for_each    = local.domains
  instance_id = "i"
  group_id    = "g"
  url_domain  = each.value
}

locals {
  domains = {}
}

data "huaweicloud_apig_plugins" "all" { # want `"huaweicloud_apig_plugins"` `which came with provider 1.75.0`
  count       = 0
  instance_id = "i"
}

# Silent: that one was there.
resource "huaweicloud_apig_environment" "none" {
  count       = 0
  instance_id = "i"
  name        = "none"
}
