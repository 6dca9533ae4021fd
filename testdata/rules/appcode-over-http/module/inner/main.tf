variable "protocol" {
  type = string
}

resource "huaweicloud_apig_api" "this" {
  request_protocol        = var.protocol
  security_authentication = "APP"
  simple_authentication   = "true" # want `"true"` `module.orders\["old"\].huaweicloud_apig_api.this accepts AppCodes`
}
