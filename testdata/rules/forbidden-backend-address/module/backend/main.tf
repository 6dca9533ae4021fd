variable "address" {}

resource "huaweicloud_apig_api" "this" {
  web {
    backend_address = "${var.address}:80" # want `"${var.address}:80"` `module.orders.huaweicloud_apig_api.this has the backend address 203.0.113.8, in the range 203.0.113.0/24 that the gateway does not call`
  }
}
