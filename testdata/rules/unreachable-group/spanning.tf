terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = ">= 1.60.0"
    }
  }
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

# Silent: releases before 1.69.0 leave the debugging domain name on where nothing is written.
resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id  = huaweicloud_apig_instance.main.id
  group_id     = huaweicloud_apig_group.shop.id
  name         = "orders"
  request_path = "/orders"
}
