variable "unknown" {
  type = string
}

resource "huaweicloud_apig_plugin" "third_party" {
  type = "third_auth"
}

resource "huaweicloud_apig_plugin" "limit" {
  type = "rate_limit"
}

# Silent: a plugin authenticates its callers.
resource "huaweicloud_apig_api" "third_party" {
  request_method          = "GET"
  security_authentication = "NONE"
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "third_party" {
  plugin_id = huaweicloud_apig_plugin.third_party.id
  api_ids   = [huaweicloud_apig_api.third_party.id]
}

# Silent: nobody knows what the plugin does.
resource "huaweicloud_apig_api" "some_plugin" {
  request_method          = "GET"
  security_authentication = "NONE"
}

resource "huaweicloud_apig_api_batch_plugins_associate" "some_plugin" {
  api_id     = huaweicloud_apig_api.some_plugin.id
  plugin_ids = [var.unknown]
}

# Other plugins do not ask who calls.
resource "huaweicloud_apig_api" "limited" {
  request_method          = "GET"
  security_authentication = "NONE" # want `"NONE"` `huaweicloud_apig_api.limited can be called by anyone`
}

resource "huaweicloud_apig_api_batch_plugins_associate" "limited" {
  api_id     = huaweicloud_apig_api.limited.id
  plugin_ids = [huaweicloud_apig_plugin.limit.id]
}
