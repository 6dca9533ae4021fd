resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

module "policies" {
  source   = "./policies"
  for_each = toset(["calm", "busy"])

  gateway_id = huaweicloud_apig_instance.main.id
  name       = each.key
}

locals {
  policies = { for name, policies in module.policies : name => policies.id }
}

resource "huaweicloud_apig_throttling_policy_associate" "calm" {
  policy_id   = local.policies["calm"]
  publish_ids = []
}
