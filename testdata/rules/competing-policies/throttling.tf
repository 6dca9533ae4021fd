resource "huaweicloud_apig_api" "orders" {
  request_method = "OPTIONS"
}

resource "huaweicloud_apig_environment" "beta" {
  name = "BETA"
}

resource "huaweicloud_apig_api_publishment" "release" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_publishment" "beta" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = huaweicloud_apig_environment.beta.id
}

resource "huaweicloud_apig_throttling_policy" "busy" {
  name = "busy"
}

resource "huaweicloud_apig_throttling_policy" "calm" { # want `resource "huaweicloud_apig_throttling_policy" "calm"` `huaweicloud_apig_throttling_policy.busy and huaweicloud_apig_throttling_policy.calm are both bound to huaweicloud_apig_api.orders, which can have only one request throttling policy per environment: one of the two has no effect`
  name = "calm"
}

# Silent: it is bound in another environment.
resource "huaweicloud_apig_throttling_policy" "tests" {
  name = "tests"
}

resource "huaweicloud_apig_throttling_policy_associate" "busy" {
  policy_id   = huaweicloud_apig_throttling_policy.busy.id
  publish_ids = [huaweicloud_apig_api_publishment.release.publish_id]
}

resource "huaweicloud_apig_throttling_policy_associate" "calm" {
  policy_id   = huaweicloud_apig_throttling_policy.calm.id
  publish_ids = [huaweicloud_apig_api_publishment.release.publish_id]
}

resource "huaweicloud_apig_throttling_policy_associate" "tests" {
  policy_id   = huaweicloud_apig_throttling_policy.tests.id
  publish_ids = [huaweicloud_apig_api_publishment.beta.publish_id]
}

# Silent: a signature is not a throttling policy, and one signature that is bound twice is one.
resource "huaweicloud_apig_signature" "hmac" {
  name = "hmac"
}

resource "huaweicloud_apig_signature_associate" "hmac" {
  count = 2

  signature_id = huaweicloud_apig_signature.hmac.id
  publish_ids  = [huaweicloud_apig_api_publishment.release.publish_id]
}
