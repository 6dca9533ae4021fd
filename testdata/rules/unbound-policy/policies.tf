variable "publish_ids" {
  type = list(string)
}

variable "foreign_gateway_id" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_acl_policy" "idle" { # want `resource "huaweicloud_apig_acl_policy" "idle"` `huaweicloud_apig_acl_policy.idle is not bound to any API and has no effect`
  instance_id = huaweicloud_apig_instance.main.id
  name        = "idle"
}

resource "huaweicloud_apig_throttling_policy" "idle" { # want `resource "huaweicloud_apig_throttling_policy" "idle"` `is not bound to any API`
  instance_id = huaweicloud_apig_instance.main.id
  name        = "idle"
}

resource "huaweicloud_apig_signature" "idle" { # want `resource "huaweicloud_apig_signature" "idle"` `is not bound to any API`
  instance_id = huaweicloud_apig_instance.main.id
  name        = "idle"
}

resource "huaweicloud_apig_plugin" "idle" { # want `resource "huaweicloud_apig_plugin" "idle"` `is not bound to any API`
  instance_id = huaweicloud_apig_instance.main.id
  name        = "idle"
}

# Silent: its gateway is somebody else's, and so may be its association.
resource "huaweicloud_apig_acl_policy" "foreign" {
  instance_id = var.foreign_gateway_id
  name        = "foreign"
}

resource "huaweicloud_apig_acl_policy" "bound" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "bound"
}

resource "huaweicloud_apig_acl_policy_associate" "bound" {
  policy_id   = huaweicloud_apig_acl_policy.bound.id
  publish_ids = var.publish_ids
}

resource "huaweicloud_apig_signature" "bound" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "bound"
}

resource "huaweicloud_apig_signature_associate" "bound" {
  signature_id = huaweicloud_apig_signature.bound.id
  publish_ids  = var.publish_ids
}

# Silent: plugins are bound from either side.
resource "huaweicloud_apig_plugin" "bound" {
  count = 2

  instance_id = huaweicloud_apig_instance.main.id
  name        = "bound-${count.index}"
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "bound" {
  plugin_id = huaweicloud_apig_plugin.bound[0].id
  api_ids   = var.publish_ids
}

resource "huaweicloud_apig_api_batch_plugins_associate" "bound" {
  api_id     = var.publish_ids[0]
  plugin_ids = [huaweicloud_apig_plugin.bound[1].id]
}

# Silent: an output hands it out.
resource "huaweicloud_apig_throttling_policy" "shared" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shared"
}

output "policies" {
  value = { calm = huaweicloud_apig_throttling_policy.shared.id }
}
