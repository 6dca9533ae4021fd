resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

# Silent: what the module published leaves the state and stays in the cloud.
resource "huaweicloud_apig_api" "orders" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/orders"
}

removed {
  from = module.orders

  lifecycle {
    destroy = false
  }
}
