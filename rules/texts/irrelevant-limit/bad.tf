resource "huaweicloud_apig_throttling_policy" "orders" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "orders"
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = 150
  max_app_requests = 20
}

resource "huaweicloud_apig_throttling_policy_associate" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_throttling_policy.orders.id
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}
