terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = ">= 1.40.0"
    }
  }
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

# The lock file says which of the allowed releases it is.
resource "huaweicloud_apig_group" "shop" { # want `resource "huaweicloud_apig_group" "shop"` `huaweicloud_apig_group.shop has no independent domain name, and its debugging domain name takes 1000 calls a day`
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id  = huaweicloud_apig_instance.main.id
  group_id     = huaweicloud_apig_group.shop.id
  name         = "orders"
  request_path = "/orders"
}

