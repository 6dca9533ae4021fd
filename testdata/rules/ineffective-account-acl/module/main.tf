module "api" {
  source         = "./api"
  authentication = "APP"
}

resource "huaweicloud_apig_acl_policy" "names" { # want `resource "huaweicloud_apig_acl_policy" "names"` `huaweicloud_apig_acl_policy.names lists accounts, and module.api.huaweicloud_apig_api.this does not authenticate by IAM`
  entity_type = "DOMAIN"
  value       = "partner"
}

resource "huaweicloud_apig_acl_policy_associate" "names" {
  policy_id   = huaweicloud_apig_acl_policy.names.id
  publish_ids = [module.api.publish_id]
}
