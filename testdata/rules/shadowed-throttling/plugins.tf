variable "unknown" {
  type = string
}

locals {
  apis = toset(["shadowed", "from_api", "other_stage", "other_type", "unknown_type", "perhaps"])
}

resource "huaweicloud_apig_environment" "beta" {
  name = "BETA"
}

resource "huaweicloud_apig_api" "all" {
  for_each = local.apis

  request_method = "OPTIONS"
}

resource "huaweicloud_apig_api_publishment" "all" {
  for_each = huaweicloud_apig_api.all

  api_id = each.value.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_throttling_policy" "shadowed" { # want `resource "huaweicloud_apig_throttling_policy" "shadowed"` `huaweicloud_apig_throttling_policy.shadowed has no effect on huaweicloud_apig_api.all\["shadowed"\]: the rate_limit plugin huaweicloud_apig_plugin.rate takes precedence in the same environment`
  name = "shadowed"
}

resource "huaweicloud_apig_throttling_policy_associate" "shadowed" {
  policy_id   = huaweicloud_apig_throttling_policy.shadowed.id
  publish_ids = [huaweicloud_apig_api_publishment.all["shadowed"].publish_id]
}

resource "huaweicloud_apig_throttling_policy" "from_api" { # want `resource "huaweicloud_apig_throttling_policy" "from_api"` `has no effect on huaweicloud_apig_api.all\["from_api"\]`
  name = "from_api"
}

resource "huaweicloud_apig_throttling_policy_associate" "from_api" {
  policy_id   = huaweicloud_apig_throttling_policy.from_api.id
  publish_ids = [huaweicloud_apig_api_publishment.all["from_api"].publish_id]
}

# Silent: the plugins of these APIs are in another environment, of another or an unknown type, or perhaps not there.
resource "huaweicloud_apig_throttling_policy" "fine" {
  name = "fine"
}

resource "huaweicloud_apig_throttling_policy_associate" "fine" {
  policy_id   = huaweicloud_apig_throttling_policy.fine.id
  publish_ids = [for name in ["other_stage", "other_type", "unknown_type", "perhaps"] : huaweicloud_apig_api_publishment.all[name].publish_id]
}

resource "huaweicloud_apig_plugin" "rate" {
  type = "rate_limit"
}

resource "huaweicloud_apig_plugin" "cors" {
  type = "cors"
}

resource "huaweicloud_apig_plugin" "unknown" {
  type = var.unknown
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "rate" {
  plugin_id = huaweicloud_apig_plugin.rate.id
  api_ids   = [huaweicloud_apig_api.all["shadowed"].id]
  env_id    = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "beta" {
  plugin_id = huaweicloud_apig_plugin.rate.id
  api_ids   = [huaweicloud_apig_api.all["other_stage"].id]
  env_id    = huaweicloud_apig_environment.beta.id
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "perhaps" {
  count = var.unknown == "" ? 1 : 0

  plugin_id = huaweicloud_apig_plugin.rate.id
  api_ids   = [huaweicloud_apig_api.all["perhaps"].id]
  env_id    = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_batch_plugins_associate" "all" {
  for_each = {
    from_api     = huaweicloud_apig_plugin.rate.id
    other_type   = huaweicloud_apig_plugin.cors.id
    unknown_type = huaweicloud_apig_plugin.unknown.id
  }

  api_id     = huaweicloud_apig_api.all[each.key].id
  plugin_ids = [each.value]
  env_id     = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}
