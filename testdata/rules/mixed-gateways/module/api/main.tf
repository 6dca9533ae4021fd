variable "gateway" {
  type = string
}

variable "group" {
  type = string
}

resource "huaweicloud_apig_api" "this" {
  instance_id = var.gateway
  group_id    = var.group # want `var.group` `module.api.huaweicloud_apig_api.this joins two gateways: its instance_id leads to huaweicloud_apig_instance.second`
  name        = "this"
}
