locals {
  stages = toset(["BETA", "GAMMA"])
  apis   = { list = "/orders", make = "/orders/new" }
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_environment" "all" {
  for_each = local.stages
  name     = each.key
}

resource "huaweicloud_apig_api" "orders" { # want `resource "huaweicloud_apig_api" "orders"` `orders\["list"\] is published to BETA and GAMMA but not to RELEASE`
  for_each = local.apis

  group_id     = huaweicloud_apig_group.shop.id
  request_path = each.value
}

resource "huaweicloud_apig_api_publishment" "orders" {
  for_each = { for pair in setproduct(keys(local.apis), local.stages) : join("-", pair) => pair }

  api_id = huaweicloud_apig_api.orders[each.value[0]].id
  env_id = huaweicloud_apig_environment.all[each.value[1]].id
}
