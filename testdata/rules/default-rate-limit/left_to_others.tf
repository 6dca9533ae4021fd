# Silent: others bind APIs to the policy.

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api_publishment" "orders" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_throttling_policy_associate" "some" {
  policy_id   = "1"
  publish_ids = []

  lifecycle {
    ignore_changes = [publish_ids]
  }
}
