resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

# Silent: callers would reach it without a header, if the environment could be made, which is for reserved-environment to report.
resource "huaweicloud_apig_api" "orders" {
  group_id = huaweicloud_apig_group.shop.id
}

resource "huaweicloud_apig_environment" "release" {
  name = "RELEASE"
}

resource "huaweicloud_apig_api_publishment" "orders" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = huaweicloud_apig_environment.release.id
}
