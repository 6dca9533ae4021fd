# Silent throughout: another API may be under the policy, or an API's authentication is not known.

variable "publish_id" {
  type = string
}

variable "authentication" {
  type = string
}

resource "huaweicloud_apig_api" "iam" {
  request_method          = "OPTIONS"
  security_authentication = "IAM"
}

resource "huaweicloud_apig_api_publishment" "iam" {
  api_id = huaweicloud_apig_api.iam.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api" "unknown" {
  request_method          = "OPTIONS"
  security_authentication = var.authentication
}

resource "huaweicloud_apig_api_publishment" "unknown" {
  api_id = huaweicloud_apig_api.unknown.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_throttling_policy" "open" {
  max_api_requests = 100
  max_app_requests = 20
}

resource "huaweicloud_apig_throttling_policy_associate" "open" {
  policy_id   = huaweicloud_apig_throttling_policy.open.id
  publish_ids = [huaweicloud_apig_api_publishment.iam.publish_id, var.publish_id]
}

resource "huaweicloud_apig_throttling_policy" "unknown" {
  max_api_requests = 100
  max_app_requests = 20
}

resource "huaweicloud_apig_throttling_policy_associate" "unknown" {
  policy_id   = huaweicloud_apig_throttling_policy.unknown.id
  publish_ids = [huaweicloud_apig_api_publishment.iam.publish_id, huaweicloud_apig_api_publishment.unknown.publish_id]
}

resource "huaweicloud_apig_throttling_policy" "shared" {
  max_api_requests = 100
  max_app_requests = 20
}

resource "huaweicloud_apig_throttling_policy_associate" "shared" {
  policy_id   = huaweicloud_apig_throttling_policy.shared.id
  publish_ids = [huaweicloud_apig_api_publishment.iam.publish_id]
}

output "policy_id" {
  value = huaweicloud_apig_throttling_policy.shared.id
}
