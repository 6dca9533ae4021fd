variable "publish_ids" {
  type = list(string)
}

resource "huaweicloud_apig_throttling_policy" "this" { # want `resource "huaweicloud_apig_throttling_policy" "this"` `module.busy.huaweicloud_apig_throttling_policy.this and module.calm.huaweicloud_apig_throttling_policy.this are both bound to huaweicloud_apig_api.orders`
  name = "this"
}

resource "huaweicloud_apig_throttling_policy_associate" "this" {
  policy_id   = huaweicloud_apig_throttling_policy.this.id
  publish_ids = var.publish_ids
}
