variable "unknown" {
  type = string
}

locals {
  modes = { app = "APP", iam = "IAM", own = "AUTHORIZER", none = null, unknown = var.unknown }
}

resource "huaweicloud_apig_api" "all" {
  for_each = local.modes

  request_method          = "OPTIONS"
  security_authentication = each.value
}

resource "huaweicloud_apig_api_publishment" "all" {
  for_each = huaweicloud_apig_api.all

  api_id = each.value.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_publishment" "app_elsewhere" {
  api_id = huaweicloud_apig_api.all["app"].id
  env_id = var.unknown
}

resource "huaweicloud_apig_acl_policy" "names" { # want `resource "huaweicloud_apig_acl_policy" "names"` `huaweicloud_apig_acl_policy.names lists accounts, but huaweicloud_apig_api.all\["app"\] does not use IAM authentication: the gateway does not know the accounts of callers`
  entity_type = "DOMAIN"
  value       = "partner"
}

resource "huaweicloud_apig_acl_policy_associate" "names" {
  policy_id = huaweicloud_apig_acl_policy.names.id
  publish_ids = [
    huaweicloud_apig_api_publishment.all["iam"].publish_id,
    huaweicloud_apig_api_publishment.all["app"].publish_id,
    huaweicloud_apig_api_publishment.app_elsewhere.publish_id,
  ]
}

resource "huaweicloud_apig_acl_policy" "ids" { # want `resource "huaweicloud_apig_acl_policy" "ids"` `huaweicloud_apig_api.all\["own"\] does not use IAM authentication, nor does another API: the gateway`
  entity_type = "DOMAIN_ID"
  value       = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
}

resource "huaweicloud_apig_acl_policy_associate" "ids" {
  policy_id = huaweicloud_apig_acl_policy.ids.id
  publish_ids = [
    huaweicloud_apig_api_publishment.all["own"].publish_id,
    huaweicloud_apig_api_publishment.all["none"].publish_id,
  ]
}

# Silent: IAM, or nobody knows.
resource "huaweicloud_apig_acl_policy" "fine" {
  entity_type = "DOMAIN"
  value       = "partner"
}

resource "huaweicloud_apig_acl_policy_associate" "fine" {
  policy_id = huaweicloud_apig_acl_policy.fine.id
  publish_ids = [
    huaweicloud_apig_api_publishment.all["iam"].publish_id,
    huaweicloud_apig_api_publishment.all["unknown"].publish_id,
    var.unknown,
  ]
}

# Silent: addresses are known without authentication.
resource "huaweicloud_apig_acl_policy" "addresses" {
  entity_type = "IP"
  value       = "203.0.113.1"
}

resource "huaweicloud_apig_acl_policy_associate" "addresses" {
  policy_id   = huaweicloud_apig_acl_policy.addresses.id
  publish_ids = [huaweicloud_apig_api_publishment.all["app"].publish_id]
}

# Silent: it may hold addresses.
resource "huaweicloud_apig_acl_policy" "untyped" {
  entity_type = var.unknown
  value       = "partner"
}

resource "huaweicloud_apig_acl_policy_associate" "untyped" {
  policy_id   = huaweicloud_apig_acl_policy.untyped.id
  publish_ids = [huaweicloud_apig_api_publishment.all["app"].publish_id]
}
