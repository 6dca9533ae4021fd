resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  web {
    path             = "/#root#/orders"
    backend_address  = "10.1.0.8:8080"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_apig_environment_variable" "root" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  name        = "root"
  value       = "v2"
}
