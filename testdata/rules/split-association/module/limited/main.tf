variable "policy_id" {
  type = string
}

resource "huaweicloud_apig_throttling_policy_associate" "this" { # want `resource "huaweicloud_apig_throttling_policy_associate" "this"` `module.carts.huaweicloud_apig_throttling_policy_associate.this and module.orders.huaweicloud_apig_throttling_policy_associate.this both bind huaweicloud_apig_throttling_policy.calm`
  policy_id   = var.policy_id
  publish_ids = ["1"]
}
