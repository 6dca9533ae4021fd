resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

# Silent: the publications of a module leave the state and stay in the cloud.
resource "huaweicloud_apig_api" "orders" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/orders"
}

removed {
  from = module.orders["shop"].huaweicloud_apig_api_publishment.this

  lifecycle {
    destroy = false
  }
}
