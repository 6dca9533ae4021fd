resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_api" "orders" { # want `resource "huaweicloud_apig_api" "orders"` `huaweicloud_apig_api.orders uses APP authentication`
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
}

resource "huaweicloud_apig_api" "items" {
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
}

resource "huaweicloud_apig_api_publishment" "all" {
  for_each = { orders = huaweicloud_apig_api.orders.id, items = huaweicloud_apig_api.items.id }

  api_id = each.value
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

module "client" {
  source  = "./client"
  api_ids = [huaweicloud_apig_api.items.id]
}
