resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_environment" "beta" {
  name = "BETA"
}

resource "huaweicloud_apig_api" "orders" {
  for_each = toset(["list", "make"])
  group_id = huaweicloud_apig_group.shop.id
}

resource "huaweicloud_apig_api_publishment" "orders" {
  for_each = huaweicloud_apig_api.orders

  api_id = each.value.id
  env_id = huaweicloud_apig_environment.beta.id
}

# It authorizes for RELEASE where it is not told otherwise.
module "partner" {
  source  = "./client"
  api_ids = [for api in huaweicloud_apig_api.orders : api.id]
}

module "tester" {
  source   = "./client"
  api_ids  = values(huaweicloud_apig_api.orders)[*].id
  stage_id = huaweicloud_apig_environment.beta.id
}
