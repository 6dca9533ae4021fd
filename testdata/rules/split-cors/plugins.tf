variable "path" {
  type = string
}

variable "group_id" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_group" "other" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "other"
}

resource "huaweicloud_apig_environment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "BETA"
}

resource "huaweicloud_apig_api" "orders" {
  for_each = toset(["GET", "POST", "PUT"])

  group_id       = huaweicloud_apig_group.shop.id
  name           = each.key
  request_method = each.key
  request_path   = "/orders"
}

resource "huaweicloud_apig_plugin" "one" {
  name = "one"
  type = "cors"
}

resource "huaweicloud_apig_plugin" "two" { # want `resource "huaweicloud_apig_plugin" "two"` `huaweicloud_apig_plugin.two is bound to huaweicloud_apig_api.orders\["POST"\], and huaweicloud_apig_plugin.one to huaweicloud_apig_api.orders\["GET"\], which has the same path in huaweicloud_apig_group.shop: APIs with the same path can have only one CORS plugin` help `bind huaweicloud_apig_plugin.one to huaweicloud_apig_api.orders\["POST"\] instead of huaweicloud_apig_plugin.two`
  name = "two"
  type = "cors"
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "one" {
  plugin_id = huaweicloud_apig_plugin.one.id
  env_id    = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids   = [huaweicloud_apig_api.orders["GET"].id]
}

resource "huaweicloud_apig_api_batch_plugins_associate" "two" {
  api_id     = huaweicloud_apig_api.orders["POST"].id
  plugin_ids = [huaweicloud_apig_plugin.two.id]
  env_id     = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

# Silent: one plugin for all.
resource "huaweicloud_apig_plugin_batch_apis_associate" "again" {
  plugin_id = huaweicloud_apig_plugin.one.id
  env_id    = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids   = [huaweicloud_apig_api.orders["PUT"].id]
}

# Silent: another environment, group or path, a path or a group that is not known, and a plugin of another type.
resource "huaweicloud_apig_plugin" "beta" {
  name = "beta"
  type = "cors"
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "beta" {
  plugin_id = huaweicloud_apig_plugin.beta.id
  env_id    = huaweicloud_apig_environment.beta.id
  api_ids   = [huaweicloud_apig_api.orders["POST"].id]
}

resource "huaweicloud_apig_api" "elsewhere" {
  for_each = {
    group   = { group = huaweicloud_apig_group.other.id, path = "/orders" }
    path    = { group = huaweicloud_apig_group.shop.id, path = "/orders/" }
    unknown = { group = huaweicloud_apig_group.shop.id, path = var.path }
    loose   = { group = var.group_id, path = "/orders" }
  }

  group_id       = each.value.group
  name           = each.key
  request_method = "DELETE"
  request_path   = each.value.path
}

resource "huaweicloud_apig_plugin" "elsewhere" {
  name = "elsewhere"
  type = "cors"
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "elsewhere" {
  plugin_id = huaweicloud_apig_plugin.elsewhere.id
  env_id    = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids   = [for api in huaweicloud_apig_api.elsewhere : api.id]
}

resource "huaweicloud_apig_plugin" "headers" {
  name = "headers"
  type = "set_resp_headers"
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "headers" {
  plugin_id = huaweicloud_apig_plugin.headers.id
  env_id    = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids   = [huaweicloud_apig_api.orders["POST"].id]
}
