resource "huaweicloud_apig_instance" "main" {}

resource "huaweicloud_apig_instance_feature" "key" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "app_api_key"
  enabled     = true
  config      = "on"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
}

# Silent: the plugin answers.
resource "huaweicloud_apig_api" "plugin" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "PUT"
  request_path   = "/plugin"
  cors           = true
}

resource "huaweicloud_apig_plugin" "cors" {
  type = "cors"
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "cors" {
  plugin_id = huaweicloud_apig_plugin.cors.id
  api_ids   = [huaweicloud_apig_api.plugin.id]
}

# A plugin of another type does not answer.
resource "huaweicloud_apig_api" "other" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "PUT"
  request_path   = "/other"
  cors           = true # want `true` `has CORS and the method PUT`
}

resource "huaweicloud_apig_plugin" "rate" {
  type = "rate_limit"
}

resource "huaweicloud_apig_api_batch_plugins_associate" "rate" {
  api_id     = huaweicloud_apig_api.other.id
  plugin_ids = [huaweicloud_apig_plugin.rate.id]
}

# Silent: the key may be in the query.
resource "huaweicloud_apig_api" "key" {
  group_id                = huaweicloud_apig_group.shop.id
  request_method          = "GET"
  request_path            = "/key"
  security_authentication = "APP"
  cors                    = true
}
