resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

# Silent: the publication leaves the state and stays in the cloud.
resource "huaweicloud_apig_api" "orders" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/orders"
}

removed {
  from = huaweicloud_apig_api_publishment.orders

  lifecycle {
    destroy = false
  }
}
