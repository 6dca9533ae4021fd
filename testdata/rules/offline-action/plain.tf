variable "unknown" {
  type = string
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_api" "orders" {
  group_id = huaweicloud_apig_group.shop.id
}

resource "huaweicloud_apig_environment" "beta" {
  name = "BETA"
}

resource "huaweicloud_apig_api_publishment" "orders" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_action" "after" { # want `resource "huaweicloud_apig_api_action" "after"` `after takes huaweicloud_apig_api.orders offline, and runs after huaweicloud_apig_api_publishment.orders publishes it: calls get APIG.0101` help `remove huaweicloud_apig_api_action.after`
  api_id     = huaweicloud_apig_api.orders.id
  env_id     = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  action     = "offline"
  depends_on = [huaweicloud_apig_api_publishment.orders]
}

resource "huaweicloud_apig_api_action" "at_once" { # want `resource "huaweicloud_apig_api_action" "at_once"` `runs before or after huaweicloud_apig_api_publishment.orders`
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  action = "offline"
}

resource "huaweicloud_apig_api_batch_action" "group" { # want `resource "huaweicloud_apig_api_batch_action" "group"` `group takes huaweicloud_apig_api.orders offline, and runs after`
  group_id = huaweicloud_apig_group.shop.id
  env_id   = huaweicloud_apig_api_publishment.orders.env_id
  action   = "offline"
}

resource "huaweicloud_apig_api_version_unpublish" "version" { # want `resource "huaweicloud_apig_api_version_unpublish" "version"` `version takes huaweicloud_apig_api.orders offline, and runs after huaweicloud_apig_api_publishment.orders publishes it` help `remove huaweicloud_apig_api_version_unpublish.version`
  version_id = huaweicloud_apig_api_publishment.orders.histories[0].version_id
}

# Silent: it is not published there, or nobody knows where or what it does.
resource "huaweicloud_apig_api_action" "elsewhere" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = huaweicloud_apig_environment.beta.id
  action = "offline"
}

resource "huaweicloud_apig_api_action" "somewhere" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = var.unknown
  action = "offline"
}
