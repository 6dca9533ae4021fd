resource "huaweicloud_apig_environment" "gamma" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "GAMMA"
}

resource "huaweicloud_apig_api_publishment" "gamma" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = huaweicloud_apig_environment.gamma.id
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}
