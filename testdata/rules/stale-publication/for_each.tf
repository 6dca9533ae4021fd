locals {
  apis = {
    list = { path = "/orders", note = "lists" }
    make = { path = "/orders/new", note = "makes" }
  }
}

resource "huaweicloud_apig_api" "orders" {
  for_each = local.apis

  name         = each.key
  request_path = each.value.path
}

# Silent: the same element that the API is made from.
resource "huaweicloud_apig_api_publishment" "each_value" {
  for_each = local.apis

  api_id      = huaweicloud_apig_api.orders[each.key].id
  description = md5(jsonencode(each.value))
}

resource "huaweicloud_apig_api_publishment" "each_note" {
  for_each = local.apis

  api_id      = huaweicloud_apig_api.orders[each.key].id
  description = each.value.note
}

# The key stays when the element changes.
resource "huaweicloud_apig_api_publishment" "each_key" { # want `resource "huaweicloud_apig_api_publishment" "each_key"` `each_key\["list"\] is not updated when huaweicloud_apig_api.orders\["list"\]`
  for_each = local.apis

  api_id      = huaweicloud_apig_api.orders[each.key].id
  description = "published ${each.key}"
}
