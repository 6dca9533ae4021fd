variable "entity" {
  type = string
}

resource "huaweicloud_apig_api" "orders" {
  request_method = "OPTIONS"
}

resource "huaweicloud_apig_api_publishment" "orders" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

locals {
  lists = {
    addresses = { entity = "IP", value = "203.0.113.1" }
    more      = { entity = "IP", value = "203.0.113.2" }
    names     = { entity = "DOMAIN", value = "partner" }
    ids       = { entity = "DOMAIN_ID", value = "0a1b2c3d4e5f60718293a4b5c6d7e8f9" }
  }
}

# Two lists of addresses compete; a list of names and one of ids have room beside them.
resource "huaweicloud_apig_acl_policy" "lists" { # want `resource "huaweicloud_apig_acl_policy" "lists"` `huaweicloud_apig_acl_policy.lists\["addresses"\] and huaweicloud_apig_acl_policy.lists\["more"\] are both bound to huaweicloud_apig_api.orders, which can have only one access control policy with entity_type IP`
  for_each = local.lists

  type        = "PERMIT"
  entity_type = each.value.entity
  value       = each.value.value
}

# Silent: it may be of any entity type.
resource "huaweicloud_apig_acl_policy" "unknown" {
  type        = "PERMIT"
  entity_type = var.entity
  value       = "203.0.113.3"
}

resource "huaweicloud_apig_acl_policy_associate" "lists" {
  for_each = merge(
    { for name, list in huaweicloud_apig_acl_policy.lists : name => list.id },
    { unknown = huaweicloud_apig_acl_policy.unknown.id },
  )

  policy_id   = each.value
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}
