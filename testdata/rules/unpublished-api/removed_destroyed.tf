resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_api" "orders" { # want `resource "huaweicloud_apig_api" "orders"` `is not published to any environment`
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/orders"
}

removed {
  from = huaweicloud_apig_api_publishment.orders

  lifecycle {
    destroy = true
  }
}
