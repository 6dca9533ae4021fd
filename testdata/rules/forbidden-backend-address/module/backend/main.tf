variable "address" {}

resource "huaweicloud_apig_api" "this" {
  web {
    backend_address = "${var.address}:80" # want `"${var.address}:80"` `the backend of module.orders.huaweicloud_apig_api.this is 203.0.113.8`
  }
}
