# Silent throughout: an association may be about any access control policy, and about any plugin.

variable "policy_id" {
  type = string
}

variable "plugin_ids" {
  type = list(string)
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_acl_policy_associate" "some" {
  policy_id   = var.policy_id
  publish_ids = []
}

resource "huaweicloud_apig_plugin" "cors" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api_batch_plugins_associate" "some" {
  api_id     = "1"
  plugin_ids = var.plugin_ids
}
