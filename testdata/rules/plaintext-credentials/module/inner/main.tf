variable "group_id" {
  type = string
}

resource "huaweicloud_apig_api" "this" {
  group_id                = var.group_id
  security_authentication = "APP"
  request_protocol        = "BOTH" # want `"BOTH"` `module.orders\["old"\].huaweicloud_apig_api.this accepts HTTP`
}
