resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_api" "orders" {
  for_each = toset(["list", "make"])
  group_id = huaweicloud_apig_group.shop.id
}

module "publish" {
  source   = "./inner"
  for_each = huaweicloud_apig_api.orders
  api_id   = each.value.id
}
