resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_api" "orders" {
  name = "orders"
}

resource "huaweicloud_apig_api_publishment" "orders" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = huaweicloud_apig_environment.used.id
}

resource "huaweicloud_apig_environment" "empty" { # want `resource "huaweicloud_apig_environment" "empty"` `no API is published to huaweicloud_apig_environment.empty: calls with its name in X-Stage get APIG.0101`
  instance_id = huaweicloud_apig_instance.main.id
  name        = "EMPTY"
}

# Silent: something is published to it.
resource "huaweicloud_apig_environment" "used" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "USED"
}

# Silent: an action publishes to it.
resource "huaweicloud_apig_environment" "action" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "ACTION"
}

resource "huaweicloud_apig_api_action" "action" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = huaweicloud_apig_environment.action.id
  action = "online"
}

# Silent: variables, authorizations and plugins are for it.
resource "huaweicloud_apig_environment" "prepared" {
  for_each    = toset(["variable", "group", "authorization", "plugin", "api"])
  instance_id = huaweicloud_apig_instance.main.id
  name        = each.key
}

resource "huaweicloud_apig_environment_variable" "prepared" {
  env_id = huaweicloud_apig_environment.prepared["variable"].id
}

resource "huaweicloud_apig_group" "prepared" {
  name = "prepared"

  environment {
    environment_id = huaweicloud_apig_environment.prepared["group"].id
  }
}

resource "huaweicloud_apig_application_authorization" "prepared" {
  env_id = huaweicloud_apig_environment.prepared["authorization"].id
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "prepared" {
  env_id = huaweicloud_apig_environment.prepared["plugin"].id
}

resource "huaweicloud_apig_api_batch_plugins_associate" "prepared" {
  env_id = huaweicloud_apig_environment.prepared["api"].id
}

# A plugin that no API is under does not use the environment.
resource "huaweicloud_apig_environment" "idle" { # want `resource "huaweicloud_apig_environment" "idle"` `no API is published to huaweicloud_apig_environment.idle`
  instance_id = huaweicloud_apig_instance.main.id
  name        = "IDLE"
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "idle" {
  env_id  = huaweicloud_apig_environment.idle.id
  api_ids = []
}

# Silent: it is handed on.
resource "huaweicloud_apig_environment" "handed_on" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "HANDED_ON"
}

output "stages" {
  value = { handed_on = huaweicloud_apig_environment.handed_on.id }
}

# When it was made does not help anybody to publish to it.
resource "huaweicloud_apig_environment" "dated" { # want `resource "huaweicloud_apig_environment" "dated"` `no API is published to huaweicloud_apig_environment.dated`
  instance_id = huaweicloud_apig_instance.main.id
  name        = "DATED"
}

output "dates" {
  value = [huaweicloud_apig_environment.dated.created_at]
}

# Silent: its gateway is declared elsewhere, and so may its publications be.
resource "huaweicloud_apig_environment" "elsewhere" {
  instance_id = "0123456789"
  name        = "ELSEWHERE"
}

# Silent: it cannot be made, which reserved-environment reports.
resource "huaweicloud_apig_environment" "release" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "RELEASE"
}
