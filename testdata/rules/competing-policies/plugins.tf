resource "huaweicloud_apig_api" "orders" {
  request_method = "OPTIONS"
}

resource "huaweicloud_apig_api" "carts" {
  request_method = "OPTIONS"
}

resource "huaweicloud_apig_plugin" "strict" {
  type = "cors"
}

resource "huaweicloud_apig_plugin" "wide" { # want `resource "huaweicloud_apig_plugin" "wide"` `huaweicloud_apig_plugin.strict and huaweicloud_apig_plugin.wide are both bound to huaweicloud_apig_api.orders, which can have only one plugin of type cors`
  type = "cors"
}

# Silent: another type, and another API.
resource "huaweicloud_apig_plugin" "rate" {
  type = "rate_limit"
}

resource "huaweicloud_apig_plugin" "carts" {
  type = "cors"
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "strict" {
  plugin_id = huaweicloud_apig_plugin.strict.id
  api_ids   = [huaweicloud_apig_api.orders.id]
  env_id    = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_batch_plugins_associate" "orders" {
  api_id     = huaweicloud_apig_api.orders.id
  env_id     = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  plugin_ids = [huaweicloud_apig_plugin.wide.id, huaweicloud_apig_plugin.rate.id]
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "carts" {
  plugin_id = huaweicloud_apig_plugin.carts.id
  api_ids   = [huaweicloud_apig_api.carts.id]
  env_id    = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}
