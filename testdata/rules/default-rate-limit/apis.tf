variable "stage_id" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
}

locals {
  paths = ["/orders", "/carts"]
}

resource "huaweicloud_apig_api" "open" { # want `resource "huaweicloud_apig_api" "open"` `huaweicloud_apig_api.open\["/carts"\] is published without a request throttling policy: all callers together can make 200 calls per second, and further calls get APIG.0308`
  for_each = toset(local.paths)

  group_id     = huaweicloud_apig_group.shop.id
  request_path = each.key
}

resource "huaweicloud_apig_api_publishment" "open" {
  for_each = huaweicloud_apig_api.open

  api_id = each.value.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

# One environment of two is limited.
resource "huaweicloud_apig_api" "half" { # want `resource "huaweicloud_apig_api" "half"` `huaweicloud_apig_api.half is published without a request throttling policy`
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/half"
}

resource "huaweicloud_apig_api_publishment" "half_release" {
  api_id = huaweicloud_apig_api.half.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_publishment" "half_other" {
  api_id = huaweicloud_apig_api.half.id
  env_id = huaweicloud_apig_environment.beta.id
}

resource "huaweicloud_apig_environment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "BETA"
}

# Silent: the environment of the one with a policy may be that of the other.
resource "huaweicloud_apig_api" "same" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/same"
}

resource "huaweicloud_apig_api_publishment" "same_release" {
  api_id = huaweicloud_apig_api.same.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_publishment" "same_again" {
  api_id = huaweicloud_apig_api.same.id
  env_id = var.stage_id
}

# Silent: it is limited.
resource "huaweicloud_apig_api" "limited" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/limited"
}

resource "huaweicloud_apig_api_publishment" "limited" {
  api_id = huaweicloud_apig_api.limited.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_throttling_policy" "calm" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_throttling_policy_associate" "calm" {
  policy_id   = huaweicloud_apig_throttling_policy.calm.id
  publish_ids = [huaweicloud_apig_api_publishment.limited.publish_id, huaweicloud_apig_api_publishment.half_other.publish_id, huaweicloud_apig_api_publishment.same_again.publish_id]
}

# Silent: a plugin limits it.
resource "huaweicloud_apig_api" "plugged" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/plugged"
}

resource "huaweicloud_apig_api_publishment" "plugged" {
  api_id = huaweicloud_apig_api.plugged.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_plugin" "rate" {
  type = "rate_limit"
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "rate" {
  plugin_id = huaweicloud_apig_plugin.rate.id
  api_ids   = [huaweicloud_apig_api.plugged.id]
  env_id    = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

# A plugin of another type limits nothing.
resource "huaweicloud_apig_api" "cors" { # want `resource "huaweicloud_apig_api" "cors"` `huaweicloud_apig_api.cors is published without a request throttling policy`
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/cors"
}

resource "huaweicloud_apig_api_publishment" "cors" {
  api_id = huaweicloud_apig_api.cors.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_plugin" "cors" {
  type = "cors"
}

resource "huaweicloud_apig_api_batch_plugins_associate" "cors" {
  api_id     = huaweicloud_apig_api.cors.id
  env_id     = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  plugin_ids = [huaweicloud_apig_plugin.cors.id]
}

# Silent: whether it is published is decided elsewhere.
resource "huaweicloud_apig_api" "perhaps" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/perhaps"
}

resource "huaweicloud_apig_api_publishment" "perhaps" {
  count = var.stage_id == "" ? 0 : 1

  api_id = huaweicloud_apig_api.perhaps.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

# Silent: nobody can call it.
resource "huaweicloud_apig_api" "unpublished" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/unpublished"
}
