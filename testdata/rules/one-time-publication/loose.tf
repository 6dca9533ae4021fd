variable "unknown" {
  type = string
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_api" "orders" {
  group_id = huaweicloud_apig_group.shop.id
}

# Silent: the publication may be for the same API.
resource "huaweicloud_apig_api_action" "orders" {
  api_id = huaweicloud_apig_api.orders.id
  action = "online"
}

resource "huaweicloud_apig_api_publishment" "any" {
  api_id = var.unknown
}
