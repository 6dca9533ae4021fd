variable "path" {
  type      = string
  sensitive = true
  default   = "/#root#/orders"
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

# Silent: what it needs must not be shown.
resource "huaweicloud_apig_api" "orders" {
  group_id = huaweicloud_apig_group.shop.id

  web {
    path = var.path
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}
