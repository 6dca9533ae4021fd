variable "part" {
  type    = number
  default = 20
}

locals {
  modes = { app = "APP", iam = "IAM", own = "AUTHORIZER", none = null }
}

resource "huaweicloud_apig_api" "all" {
  for_each = local.modes

  request_method          = "OPTIONS"
  security_authentication = each.value
}

resource "huaweicloud_apig_api_publishment" "all" {
  for_each = huaweicloud_apig_api.all

  api_id = each.value.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_throttling_policy" "iam" {
  max_api_requests  = 100
  max_user_requests = 50
  max_app_requests  = var.part # want `var.part` `huaweicloud_apig_throttling_policy.iam limits calls per app, but no API it is bound to uses APP authentication: the limit has no effect`
}

resource "huaweicloud_apig_throttling_policy_associate" "iam" {
  policy_id   = huaweicloud_apig_throttling_policy.iam.id
  publish_ids = [huaweicloud_apig_api_publishment.all["iam"].publish_id, huaweicloud_apig_api_publishment.all["none"].publish_id]
}

resource "huaweicloud_apig_throttling_policy" "none" {
  max_api_requests  = 100
  max_user_requests = 50 # want `50` `huaweicloud_apig_throttling_policy.none limits calls per user, but no API it is bound to uses IAM or APP authentication: the limit has no effect`
  max_app_requests  = 0
  max_ip_requests   = 50
}

resource "huaweicloud_apig_throttling_policy_associate" "none" {
  policy_id   = huaweicloud_apig_throttling_policy.none.id
  publish_ids = [for name in ["own", "none"] : huaweicloud_apig_api_publishment.all[name].publish_id]
}

# Silent: one of its APIs counts applications, and users with them.
resource "huaweicloud_apig_throttling_policy" "app" {
  max_api_requests  = 100
  max_user_requests = 50
  max_app_requests  = 20
}

resource "huaweicloud_apig_throttling_policy_associate" "app" {
  policy_id   = huaweicloud_apig_throttling_policy.app.id
  publish_ids = [for publication in huaweicloud_apig_api_publishment.all : publication.publish_id]
}

# Silent: APP authentication alone tells applications and users apart.
resource "huaweicloud_apig_throttling_policy" "app_alone" {
  max_api_requests  = 100
  max_user_requests = 50
  max_app_requests  = 20
}

resource "huaweicloud_apig_throttling_policy_associate" "app_alone" {
  policy_id   = huaweicloud_apig_throttling_policy.app_alone.id
  publish_ids = [huaweicloud_apig_api_publishment.all["app"].publish_id]
}

# Silent: it is bound to no API.
resource "huaweicloud_apig_throttling_policy" "unbound" {
  max_api_requests  = 100
  max_user_requests = 50
  max_app_requests  = 20
}
