resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "PUT"
  request_path            = "/orders"
  security_authentication = "IAM"
  cors                    = true

  web {
    path             = "/orders"
    backend_address  = "10.1.0.8:8080"
    request_method   = "PUT"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_apig_plugin" "cors" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "cors"
  type        = "cors"
  content = jsonencode({
    allow_origin      = "https://shop.example.com"
    allow_methods     = "PUT"
    allow_headers     = "X-Auth-Token,Content-Type"
    expose_headers    = "X-Request-Id"
    max_age           = 86400
    allow_credentials = true
  })
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "cors" {
  instance_id = huaweicloud_apig_instance.main.id
  plugin_id   = huaweicloud_apig_plugin.cors.id
  env_id      = huaweicloud_apig_api_publishment.orders.env_id
  api_ids     = [huaweicloud_apig_api.orders.id]
}
