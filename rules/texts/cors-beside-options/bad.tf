resource "huaweicloud_apig_api" "preflight" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "preflight"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "OPTIONS"
  request_path            = "/orders"
  security_authentication = "NONE"
  cors                    = true

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "preflight" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.preflight.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.preflight.request_method, huaweicloud_apig_api.preflight.request_path]))
}

resource "huaweicloud_apig_plugin" "website" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "website"
  type        = "cors"

  content = jsonencode({
    allow_origin  = "https://www.example.com"
    allow_methods = "GET,POST"
  })
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "website" {
  instance_id = huaweicloud_apig_instance.main.id
  plugin_id   = huaweicloud_apig_plugin.website.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids     = [huaweicloud_apig_api_publishment.orders.api_id]
}
