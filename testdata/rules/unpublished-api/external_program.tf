resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

# Silent: the program is handed the API, and may publish it.
resource "huaweicloud_apig_api" "orders" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/orders"
}

data "external" "publish" {
  program = ["bash", "publish.sh"]
  query   = { api = huaweicloud_apig_api.orders.id }
}
