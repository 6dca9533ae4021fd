resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

# Silent: the module may publish it, and cannot be read.
resource "huaweicloud_apig_api" "orders" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/orders"
}

module "publish" {
  source = "example.com/gateway/publish"
  api_id = huaweicloud_apig_api.orders.id
}
