resource "huaweicloud_apig_api" "place" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "place"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "POST"
  request_path            = "/orders"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "place" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.place.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.place.request_method, huaweicloud_apig_api.place.request_path]))
}

resource "huaweicloud_apig_plugin" "lists" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "lists"
  type        = "cors"

  content = jsonencode({
    allow_origin  = "https://www.example.com"
    allow_methods = "GET,POST"
  })
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "lists" {
  instance_id = huaweicloud_apig_instance.main.id
  plugin_id   = huaweicloud_apig_plugin.lists.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids     = [huaweicloud_apig_api_publishment.orders.api_id]
}

resource "huaweicloud_apig_plugin" "places" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "places"
  type        = "cors"

  content = jsonencode({
    allow_origin  = "https://www.example.com"
    allow_methods = "GET,POST"
  })
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "places" {
  instance_id = huaweicloud_apig_instance.main.id
  plugin_id   = huaweicloud_apig_plugin.places.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids     = [huaweicloud_apig_api_publishment.place.api_id]
}
