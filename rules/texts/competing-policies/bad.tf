resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}

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
