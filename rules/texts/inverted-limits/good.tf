resource "huaweicloud_apig_throttling_policy" "partners" {
  instance_id       = huaweicloud_apig_instance.main.id
  name              = "partners"
  period            = 1
  period_unit       = "SECOND"
  max_api_requests  = 100
  max_user_requests = 50
}

resource "huaweicloud_apig_throttling_policy_associate" "partners" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_throttling_policy.partners.id
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}
