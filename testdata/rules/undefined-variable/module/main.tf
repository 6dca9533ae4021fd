resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_environment_variable" "root" {
  for_each = { root = "v2", host = "orders.example.com" }

  group_id = huaweicloud_apig_group.shop.id
  env_id   = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  name     = each.key
}

module "orders" {
  source   = "./inner"
  for_each = toset(["root", "version"])
  group_id = huaweicloud_apig_group.shop.id
  path     = "/#${each.key}#/orders"
}
