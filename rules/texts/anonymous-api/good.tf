resource "huaweicloud_apig_api" "orders" {
  instance_id             = var.gateway_id
  group_id                = var.group_id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "APP"

  web {
    path             = "/orders"
    backend_address  = "10.0.0.8:8080"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

variable "gateway_id" { type = string }
variable "group_id" { type = string }
