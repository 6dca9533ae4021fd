resource "huaweicloud_apig_api" "order" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "order"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders/latest"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "order" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.order.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.order.request_method, huaweicloud_apig_api.order.request_path]))
}
