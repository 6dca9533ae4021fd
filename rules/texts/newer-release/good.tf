terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = ">= 1.94.0"
    }
  }
}

resource "huaweicloud_apig_application" "shop" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "shop"
  enable_force_new = "true"
}
