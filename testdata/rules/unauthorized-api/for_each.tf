locals {
  apis = {
    list = { path = "/orders", authentication = "APP" }
    make = { path = "/orders/new", authentication = "APP" }
  }
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_api" "orders" { # want `resource "huaweicloud_apig_api" "orders"` `orders\["make"\] uses APP authentication`
  for_each = local.apis

  group_id                = huaweicloud_apig_group.shop.id
  request_path            = each.value.path
  security_authentication = each.value.authentication
}

resource "huaweicloud_apig_api_publishment" "orders" {
  for_each = local.apis

  api_id = huaweicloud_apig_api.orders[each.key].id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_application_authorization" "client" {
  api_ids = [for key, api in huaweicloud_apig_api.orders : api.id if key == "list"]
  env_id  = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}
