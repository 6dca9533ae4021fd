resource "huaweicloud_apig_throttling_policy" "calm" {
  name = "calm"
}

module "orders" {
  source    = "./limited"
  policy_id = huaweicloud_apig_throttling_policy.calm.id
}

module "carts" {
  source    = "./limited"
  policy_id = huaweicloud_apig_throttling_policy.calm.id
}
