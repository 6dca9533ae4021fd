resource "huaweicloud_apig_api" "refunds" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "refunds"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/refunds"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "refunds" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.refunds.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.refunds.request_method, huaweicloud_apig_api.refunds.request_path]))
}
