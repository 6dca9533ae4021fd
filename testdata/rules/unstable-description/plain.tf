locals {
  digest = sha1(jsonencode(huaweicloud_apig_api.orders))
}

resource "huaweicloud_apig_api" "orders" {
  name         = "orders"
  request_path = "/orders"
}

resource "huaweicloud_apig_api" "many" {
  for_each = { list = "/list", make = "/make" }

  name         = each.key
  request_path = each.value
}

resource "huaweicloud_apig_api_publishment" "whole" {
  api_id      = huaweicloud_apig_api.orders.id
  description = sha256(jsonencode(huaweicloud_apig_api.orders)) # want `sha256(jsonencode(huaweicloud_apig_api.orders))` `the description of huaweicloud_apig_api_publishment.whole depends on updated_at of huaweicloud_apig_api.orders`
}

resource "huaweicloud_apig_api_publishment" "time" {
  api_id      = huaweicloud_apig_api.orders.id
  description = "as of ${huaweicloud_apig_api.orders.updated_at}" # want `"as of ${huaweicloud_apig_api.orders.updated_at}"` `updated_at of huaweicloud_apig_api.orders`
}

resource "huaweicloud_apig_api_publishment" "local" {
  api_id      = huaweicloud_apig_api.orders.id
  description = local.digest # want `local.digest` `updated_at of huaweicloud_apig_api.orders`
}

resource "huaweicloud_apig_api_publishment" "each" {
  for_each = huaweicloud_apig_api.many

  api_id      = each.value.id
  description = md5(jsonencode(each.value)) # want `md5(jsonencode(each.value))` `updated_at of huaweicloud_apig_api.many\["list"\]`
}

# Silent: updated_at is left out.
resource "huaweicloud_apig_api_publishment" "without" {
  api_id      = huaweicloud_apig_api.orders.id
  description = sha1(jsonencode({ for k, v in huaweicloud_apig_api.orders : k => v if k != "updated_at" }))
}

# Silent: these are arguments, or do not change.
resource "huaweicloud_apig_api_publishment" "arguments" {
  api_id      = huaweicloud_apig_api.orders.id
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_path, huaweicloud_apig_api.orders.registered_at]))
}

# Silent: no change of the description is planned.
resource "huaweicloud_apig_api_publishment" "ignored" {
  api_id      = huaweicloud_apig_api.orders.id
  description = sha1(jsonencode(huaweicloud_apig_api.orders))

  lifecycle {
    ignore_changes = [description]
  }
}
