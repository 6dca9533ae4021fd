# Silent throughout: which of the associations there are is decided elsewhere.

variable "calm" {
  type = bool
}

resource "huaweicloud_apig_api" "orders" {
  request_method = "OPTIONS"
}

resource "huaweicloud_apig_api_publishment" "orders" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_throttling_policy" "calm" {
  name = "calm"
}

resource "huaweicloud_apig_throttling_policy" "busy" {
  name = "busy"
}

resource "huaweicloud_apig_throttling_policy_associate" "calm" {
  count = var.calm ? 1 : 0

  policy_id   = huaweicloud_apig_throttling_policy.calm.id
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}

resource "huaweicloud_apig_throttling_policy_associate" "busy" {
  count = var.calm ? 0 : 1

  policy_id   = huaweicloud_apig_throttling_policy.busy.id
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}
