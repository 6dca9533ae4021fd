terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = ">= 1.60.0, < 1.64.0"
    }
  }
}

# Not even the newest that is allowed certainly has it.
resource "huaweicloud_apig_group" "shop" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "shop"
  domain_access_enabled = true # want `domain_access_enabled` `came with provider 1.64.2, but >= 1.60.0, < 1.64.0 allows older releases`
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}
