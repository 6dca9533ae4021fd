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
