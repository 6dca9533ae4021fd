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

resource "huaweicloud_apig_group_domain_associate" "shop" { # want `"huaweicloud_apig_group_domain_associate"` `^huaweicloud_apig_group_domain_associate.shop has the type huaweicloud_apig_group_domain_associate, which came with provider 1.73.4, but this configuration uses ~> 1.62.1: the plan fails$` help `^require huaweicloud >= 1.73.4, or remove huaweicloud_apig_group_domain_associate.shop$`
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = "g"
  url_domain  = "shop.example.com"
}

data "huaweicloud_apig_plugins" "all" { # want `"huaweicloud_apig_plugins"` `which came with provider 1.75.0`
  instance_id = huaweicloud_apig_instance.main.id
}

# Silent: the name that the type had before it got its own.
resource "huaweicloud_apig_plugin_associate" "cors" {
  instance_id = huaweicloud_apig_instance.main.id
  plugin_id   = "p"
  env_id      = "e"
  api_ids     = ["a"]
}
