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

resource "huaweicloud_apig_plugin" "rate" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "rate"
  type        = "rate_limit"
  content = jsonencode({
    scope             = "basic"
    default_interval  = 1
    default_time_unit = "second"
    api_limit         = 100
    app_limit         = 0
    user_limit        = 0
    ip_limit          = 0
    algorithm         = "counter"
    specials          = []
    parameters        = []
    rules             = []
  })
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "rate" {
  instance_id = huaweicloud_apig_instance.main.id
  plugin_id   = huaweicloud_apig_plugin.rate.id
  env_id      = huaweicloud_apig_api_publishment.orders.env_id
  api_ids     = [huaweicloud_apig_api.orders.id]
}
