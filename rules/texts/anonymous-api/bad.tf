resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "NONE"

  web {
    path             = "/orders"
    backend_address  = "10.1.0.8:8080"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}
