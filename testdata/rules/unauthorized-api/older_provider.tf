# A note: apps are authorized in the console with a release that cannot.
terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = "~> 1.54.0"
    }
  }
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_application" "client" {
  name = "client"
}

resource "huaweicloud_apig_api" "orders" { # want `resource "huaweicloud_apig_api" "orders"` `authorized to call it in RELEASE` help `^authorize an app to call huaweicloud_apig_api.orders in the console`
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
}

resource "huaweicloud_apig_api_publishment" "orders" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}
