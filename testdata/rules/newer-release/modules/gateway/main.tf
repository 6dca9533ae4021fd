terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = ">= 1.57.0"
    }
  }
}

variable "name" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name                   = var.name
  ingress_bandwidth_size = 5
}

resource "huaweicloud_apig_application" "shop" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "shop"
  enable_force_new = "true" # want `enable_force_new` `^enable_force_new of module.gateway.huaweicloud_apig_application.shop came with provider 1.94.0, but` help `huaweicloud >= 1.94.0`
}
