resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_environment" "beta" {
  name = "BETA"
}

module "orders" {
  source   = "./api"
  group_id = huaweicloud_apig_group.shop.id
  stage_id = huaweicloud_apig_environment.beta.id
}

# Silent: the module publishes to RELEASE where it is not told otherwise.
module "items" {
  source   = "./api"
  group_id = huaweicloud_apig_group.shop.id
}
