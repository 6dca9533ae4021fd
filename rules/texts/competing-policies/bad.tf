resource "huaweicloud_apig_throttling_policy" "orders" {
  for_each = { calm = 50, busy = 150 }

  instance_id      = huaweicloud_apig_instance.main.id
  name             = each.key
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = each.value
}

resource "huaweicloud_apig_throttling_policy_associate" "orders" {
  for_each = huaweicloud_apig_throttling_policy.orders

  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = each.value.id
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}
