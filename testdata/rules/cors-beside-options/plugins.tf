variable "path" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_environment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "BETA"
}

resource "huaweicloud_apig_api" "orders" {
  group_id       = huaweicloud_apig_group.shop.id
  name           = "orders"
  request_method = "PUT"
  request_path   = "/orders"
}

resource "huaweicloud_apig_api" "preflight" {
  group_id       = huaweicloud_apig_group.shop.id
  name           = "preflight"
  request_method = "OPTIONS"
  request_path   = "/orders"
}

resource "huaweicloud_apig_api_publishment" "preflight" {
  api_id = huaweicloud_apig_api.preflight.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_plugin" "web" { # want `resource "huaweicloud_apig_plugin" "web"` `huaweicloud_apig_plugin.web is bound to huaweicloud_apig_api.orders, whose path has an API for OPTIONS requests, huaweicloud_apig_api.preflight: a CORS plugin cannot be bound there` help `remove huaweicloud_apig_api.preflight, since the plugin answers OPTIONS requests itself, or do not bind huaweicloud_apig_plugin.web to huaweicloud_apig_api.orders`
  name = "web"
  type = "cors"
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "web" {
  plugin_id = huaweicloud_apig_plugin.web.id
  env_id    = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids   = [huaweicloud_apig_api.orders.id]
}

# Silent: the API for OPTIONS requests is not published there, has another path, or one that is not known, or it is the one
# that has the plugin.
resource "huaweicloud_apig_plugin" "beta" {
  name = "beta"
  type = "cors"
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "beta" {
  plugin_id = huaweicloud_apig_plugin.beta.id
  env_id    = huaweicloud_apig_environment.beta.id
  api_ids   = [huaweicloud_apig_api.orders.id]
}

resource "huaweicloud_apig_api" "other" {
  for_each = { path = "/other", unknown = var.path }

  group_id       = huaweicloud_apig_group.shop.id
  name           = each.key
  request_method = "GET"
  request_path   = each.value
}

resource "huaweicloud_apig_plugin" "other" {
  name = "other"
  type = "cors"
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "other" {
  plugin_id = huaweicloud_apig_plugin.other.id
  env_id    = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids   = concat([for api in huaweicloud_apig_api.other : api.id], [huaweicloud_apig_api.preflight.id])
}

resource "huaweicloud_apig_plugin" "headers" {
  name = "headers"
  type = "set_resp_headers"
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "headers" {
  plugin_id = huaweicloud_apig_plugin.headers.id
  env_id    = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids   = [huaweicloud_apig_api.orders.id]
}
