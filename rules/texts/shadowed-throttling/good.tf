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
