variable "api_ids" {
  type = list(string)
}

resource "huaweicloud_apig_plugin" "third_party" {
  type = "third_auth"
}

# Silent: it may be among those that the plugin stands in front of.
resource "huaweicloud_apig_api" "orders" {
  request_method          = "GET"
  security_authentication = "NONE"
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "third_party" {
  plugin_id = huaweicloud_apig_plugin.third_party.id
  api_ids   = var.api_ids
}
