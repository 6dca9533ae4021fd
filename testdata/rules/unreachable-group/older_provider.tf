terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = "~> 1.61.0"
    }
  }
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

# Silent: until 1.69.0 the debugging domain name is on where nothing is written.
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
