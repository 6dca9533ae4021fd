terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = "1.69.0-beta1"
    }
  }
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

# Silent: what led up to 1.69.0 may have it off already.
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

