variable "unknown" {
  type = string
}

locals {
  publish_ids = { orders = "1", carts = "2" }
}

resource "huaweicloud_apig_acl_policy" "office" {
  name = "office"
}

resource "huaweicloud_apig_acl_policy_associate" "carts" {
  policy_id   = huaweicloud_apig_acl_policy.office.id
  publish_ids = ["2"]
}

resource "huaweicloud_apig_acl_policy_associate" "orders" { # want `resource "huaweicloud_apig_acl_policy_associate" "orders"` `huaweicloud_apig_acl_policy_associate.carts and huaweicloud_apig_acl_policy_associate.orders both bind huaweicloud_apig_acl_policy.office: each apply undoes what the other did`
  policy_id   = huaweicloud_apig_acl_policy.office.id
  publish_ids = ["1"]
}

resource "huaweicloud_apig_throttling_policy" "calm" {
  name = "calm"
}

resource "huaweicloud_apig_throttling_policy_associate" "calm" { # want `resource "huaweicloud_apig_throttling_policy_associate" "calm"` `huaweicloud_apig_throttling_policy_associate.calm\["carts"\] and huaweicloud_apig_throttling_policy_associate.calm\["orders"\] both bind huaweicloud_apig_throttling_policy.calm`
  for_each = local.publish_ids

  policy_id   = huaweicloud_apig_throttling_policy.calm.id
  publish_ids = [each.value]
}

resource "huaweicloud_apig_signature" "hmac" {
  for_each = local.publish_ids

  name = each.key
}

# Silent: each has a signature of its own.
resource "huaweicloud_apig_signature_associate" "own" {
  for_each = local.publish_ids

  signature_id = huaweicloud_apig_signature.hmac[each.key].id
  publish_ids  = [each.value]
}

resource "huaweicloud_apig_signature_associate" "surplus" { # want `resource "huaweicloud_apig_signature_associate" "surplus"` `huaweicloud_apig_signature_associate.own\["orders"\] and huaweicloud_apig_signature_associate.surplus both bind huaweicloud_apig_signature.hmac\["orders"\]`
  signature_id = huaweicloud_apig_signature.hmac["orders"].id
  publish_ids  = ["3"]
}

# Silent: one of the two may not be there, and the other may be about another policy.
resource "huaweicloud_apig_acl_policy" "unsure" {
  name = "unsure"
}

resource "huaweicloud_apig_acl_policy_associate" "sure" {
  policy_id   = huaweicloud_apig_acl_policy.unsure.id
  publish_ids = ["1"]
}

resource "huaweicloud_apig_acl_policy_associate" "perhaps" {
  count = var.unknown == "" ? 1 : 0

  policy_id   = huaweicloud_apig_acl_policy.unsure.id
  publish_ids = ["2"]
}

resource "huaweicloud_apig_acl_policy_associate" "unknown" {
  policy_id   = var.unknown
  publish_ids = ["3"]
}
