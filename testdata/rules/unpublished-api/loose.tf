variable "released" {
  type = bool
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/orders"
}

resource "huaweicloud_apig_api" "next" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/next"
}

# Silent for both: nobody knows which of them it publishes.
resource "huaweicloud_apig_api_publishment" "either" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = var.released ? huaweicloud_apig_api.orders.id : huaweicloud_apig_api.next.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}
