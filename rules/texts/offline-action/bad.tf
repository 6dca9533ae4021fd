resource "huaweicloud_apig_api_action" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = huaweicloud_apig_api_publishment.orders.env_id
  action      = "offline"
}
