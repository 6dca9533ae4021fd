resource "huaweicloud_apig_api" "orders" {
  request_method = "OPTIONS"
}

resource "huaweicloud_apig_environment" "beta" {
  name = "BETA"
}

resource "huaweicloud_apig_api_publishment" "release" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_publishment" "beta" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = huaweicloud_apig_environment.beta.id
}

resource "huaweicloud_apig_acl_policy" "office" { # want `resource "huaweicloud_apig_acl_policy" "office"` `huaweicloud_apig_acl_policy.office permits only addresses that huaweicloud_apig_acl_policy.world denies: calls to huaweicloud_apig_api.orders get APIG.0402`
  type        = "PERMIT"
  entity_type = "IP"
  value       = "10.1.0.0/16,10.2.0.1"
}

resource "huaweicloud_apig_acl_policy" "world" {
  type        = "DENY"
  entity_type = "IP"
  value       = "10.0.0.0/15,10.2.0.0/16"
}

# Silent: one of its addresses is not denied.
resource "huaweicloud_apig_acl_policy" "campus" {
  type        = "PERMIT"
  entity_type = "IP"
  value       = "10.1.0.0/16,10.3.0.1"
}

# Silent: an entry that cannot be read may let somebody in.
resource "huaweicloud_apig_acl_policy" "strange" {
  type        = "PERMIT"
  entity_type = "IP"
  value       = "10.1.0.0/16,10.1.0.1-x"
}

# Silent: it has no addresses yet.
resource "huaweicloud_apig_acl_policy" "empty" {
  type        = "PERMIT"
  entity_type = "IP"
  value       = ""
}

# Silent: what it permits is denied in another environment.
resource "huaweicloud_apig_acl_policy" "elsewhere" {
  type        = "PERMIT"
  entity_type = "IP"
  value       = "10.1.0.0/16"
}

resource "huaweicloud_apig_acl_policy_associate" "release" {
  for_each = {
    office  = huaweicloud_apig_acl_policy.office.id
    world   = huaweicloud_apig_acl_policy.world.id
    campus  = huaweicloud_apig_acl_policy.campus.id
    strange = huaweicloud_apig_acl_policy.strange.id
    empty   = huaweicloud_apig_acl_policy.empty.id
  }

  policy_id   = each.value
  publish_ids = [huaweicloud_apig_api_publishment.release.publish_id]
}

resource "huaweicloud_apig_acl_policy_associate" "beta" {
  policy_id   = huaweicloud_apig_acl_policy.elsewhere.id
  publish_ids = [huaweicloud_apig_api_publishment.beta.publish_id]
}
