# An association with an empty list binds nothing.
variable "unknown" {
  type = list(string)
}

locals {
  none = [for api in [] : api.id]
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_throttling_policy" "empty" { # want `resource "huaweicloud_apig_throttling_policy" "empty"` `is not bound to any API and has no effect`
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_throttling_policy_associate" "empty" {
  policy_id   = huaweicloud_apig_throttling_policy.empty.id
  publish_ids = []
}

resource "huaweicloud_apig_acl_policy" "local" { # want `resource "huaweicloud_apig_acl_policy" "local"` `is not bound to any API`
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_acl_policy_associate" "local" {
  policy_id   = huaweicloud_apig_acl_policy.local.id
  publish_ids = local.none
}

resource "huaweicloud_apig_signature" "empty" { # want `resource "huaweicloud_apig_signature" "empty"` `is not bound to any API`
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_signature_associate" "empty" {
  signature_id = huaweicloud_apig_signature.empty.id
  publish_ids  = toset([])
}

resource "huaweicloud_apig_plugin" "empty" { # want `resource "huaweicloud_apig_plugin" "empty"` `is not bound to any API`
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "empty" {
  plugin_id = huaweicloud_apig_plugin.empty.id
  api_ids   = []
}

# Silent: others bind it.
resource "huaweicloud_apig_plugin" "left" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "left" {
  plugin_id = huaweicloud_apig_plugin.left.id
  api_ids   = []

  lifecycle {
    ignore_changes = [api_ids]
  }
}

# Silent: nobody knows whether the list is empty, and one association of two is enough.
resource "huaweicloud_apig_signature" "unknown" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_signature_associate" "unknown" {
  signature_id = huaweicloud_apig_signature.unknown.id
  publish_ids  = var.unknown
}

resource "huaweicloud_apig_signature_associate" "empty_too" {
  signature_id = huaweicloud_apig_signature.unknown.id
  publish_ids  = []
}
