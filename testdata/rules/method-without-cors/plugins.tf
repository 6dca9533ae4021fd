variable "methods" {
  type = string
}

variable "method" {
  type = string
}

resource "huaweicloud_apig_api" "all" {
  for_each = toset(["GET", "PUT", "DELETE", "ANY", "OPTIONS"])

  name           = each.key
  request_method = each.key
  request_path   = "/orders"
}

resource "huaweicloud_apig_api" "unknown" {
  name           = "unknown"
  request_method = var.method
  request_path   = "/unknown"
}

resource "huaweicloud_apig_plugin" "reading" {
  name    = "reading"
  type    = "cors"
  content = jsonencode({ allow_origin = "*", allow_methods = "GET, POST" }) # want `"GET, POST"` `huaweicloud_apig_plugin.reading does not allow the method of huaweicloud_apig_api.all\["DELETE"\] \(DELETE\) and huaweicloud_apig_api.all\["PUT"\] \(PUT\), which it is bound to: browsers may refuse to send the call` help `add DELETE and PUT to allow_methods of huaweicloud_apig_plugin.reading`
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "reading" {
  plugin_id = huaweicloud_apig_plugin.reading.id
  env_id    = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids   = concat([for api in huaweicloud_apig_api.all : api.id], [huaweicloud_apig_api.unknown.id])
}

resource "huaweicloud_apig_plugin" "listed" {
  name    = "listed"
  type    = "cors"
  content = "{\"allow_origin\": \"*\", \"allow_methods\": \"POST\"}" # want `"{\"allow_origin\": \"*\", \"allow_methods\": \"POST\"}"` `huaweicloud_apig_plugin.listed does not allow the method of huaweicloud_apig_api.all\["GET"\] \(GET\)`
}

resource "huaweicloud_apig_api_batch_plugins_associate" "listed" {
  api_id     = huaweicloud_apig_api.all["GET"].id
  plugin_ids = [huaweicloud_apig_plugin.listed.id]
  env_id     = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

# Silent: everything is allowed, nothing is said of methods, they are not known, it is no CORS plugin, or others may change it.
resource "huaweicloud_apig_plugin" "fine" {
  for_each = {
    same    = { allow_origin = "*", allow_methods = "get,put,delete" }
    all     = { allow_origin = "*", allow_methods = "*" }
    none    = { allow_origin = "*" }
    unknown = { allow_origin = "*", allow_methods = var.methods }
  }

  name    = each.key
  type    = "cors"
  content = jsonencode(each.value)
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "fine" {
  for_each = huaweicloud_apig_plugin.fine

  plugin_id = each.value.id
  env_id    = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids   = [huaweicloud_apig_api.all["PUT"].id]
}

resource "huaweicloud_apig_plugin" "left" {
  name    = "left"
  type    = "cors"
  content = jsonencode({ allow_origin = "*", allow_methods = "GET" })

  lifecycle {
    ignore_changes = [content]
  }
}

resource "huaweicloud_apig_plugin" "other" {
  name    = "other"
  type    = "set_resp_headers"
  content = jsonencode({ allow_methods = "GET" })
}

resource "huaweicloud_apig_api_batch_plugins_associate" "silent" {
  api_id     = huaweicloud_apig_api.all["PUT"].id
  plugin_ids = [huaweicloud_apig_plugin.left.id, huaweicloud_apig_plugin.other.id]
  env_id     = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

# Silent: nobody knows which API it is bound to.
resource "huaweicloud_apig_plugin" "loose" {
  name    = "loose"
  type    = "cors"
  content = jsonencode({ allow_origin = "*", allow_methods = "PATCH" })
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "loose" {
  plugin_id = huaweicloud_apig_plugin.loose.id
  env_id    = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids   = [var.method]
}
