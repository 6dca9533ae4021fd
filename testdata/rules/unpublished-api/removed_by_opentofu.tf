resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

# Silent: OpenTofu forgets what a removed block names unless it says otherwise.
resource "huaweicloud_apig_api" "orders" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/orders"
}

removed {
  from = huaweicloud_apig_api_publishment.orders
}
