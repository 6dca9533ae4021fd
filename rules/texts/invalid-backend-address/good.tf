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
    path             = "/v2/orders"
    backend_address  = "api.partner.example.org"
    request_method   = "GET"
    request_protocol = "HTTPS"
    timeout          = 5000
  }
}
