resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

module "orders" {
  source   = "./api"
  group_id = huaweicloud_apig_group.shop.id
  path     = "/orders"
}

module "items" {
  source   = "./api"
  group_id = huaweicloud_apig_group.shop.id
  path     = "/items"
}

resource "huaweicloud_apig_api_publishment" "items" {
  api_id = module.items.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}
