resource "huaweicloud_apig_group" "shop" {}

module "list" {
  source = "./shop"
  group  = huaweicloud_apig_group.shop.id
  path   = "/orders"
}

module "again" {
  source = "./shop"
  group  = huaweicloud_apig_group.shop.id
  path   = "/orders"
}

# Silent: it has another path.
module "other" {
  source = "./shop"
  group  = huaweicloud_apig_group.shop.id
  path   = "/orders/latest"
}
