resource "huaweicloud_apig_api" "repeated" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "repeated"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "repeated" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.repeated.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.repeated.request_method, huaweicloud_apig_api.repeated.request_path]))
}
