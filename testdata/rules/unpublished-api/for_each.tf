locals {
  paths     = { list = "/orders", make = "/orders/new" }
  published = toset(["list"])
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_api" "orders" { # want `resource "huaweicloud_apig_api" "orders"` `orders\["make"\] is not published to any environment: calls get APIG.0101`
  for_each = local.paths

  instance_id    = huaweicloud_apig_instance.main.id
  request_path   = each.value
  request_method = "OPTIONS"
}

resource "huaweicloud_apig_api_publishment" "orders" {
  for_each = local.published

  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders[each.key].id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}
