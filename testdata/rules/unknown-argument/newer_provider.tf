terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = ">= 1.98.0"
    }
  }
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "shop"
  enable_force_new = "true" # want `enable_force_new` `huaweicloud_apig_group.shop has no argument enable_force_new in provider .*, the newest known release, but >= 1.98.0 allows a newer release$` help `documentation of the provider`
}

# A block.
resource "huaweicloud_apig_response" "denied" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  name        = "denied"

  trailer { # want `trailer` `huaweicloud_apig_response.denied has no block trailer in provider .*, the newest known release, but >= 1.98.0 allows a newer release$`
    key = "x"
  }
}
