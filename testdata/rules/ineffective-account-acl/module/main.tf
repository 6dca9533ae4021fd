module "api" {
  source         = "./api"
  authentication = "APP"
}

resource "huaweicloud_apig_acl_policy" "names" { # want `resource "huaweicloud_apig_acl_policy" "names"` `huaweicloud_apig_acl_policy.names lists accounts, but module.api.huaweicloud_apig_api.this does not use IAM authentication`
  entity_type = "DOMAIN"
  value       = "partner"
}

resource "huaweicloud_apig_acl_policy_associate" "names" {
  policy_id   = huaweicloud_apig_acl_policy.names.id
  publish_ids = [module.api.publish_id]
}
