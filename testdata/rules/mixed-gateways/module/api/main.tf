variable "gateway" {
  type = string
}

variable "group" {
  type = string
}

resource "huaweicloud_apig_api" "this" {
  instance_id = var.gateway
  group_id    = var.group # want `var.group` `^module.api.huaweicloud_apig_api.this refers to two gateways, huaweicloud_apig_instance.second in instance_id and huaweicloud_apig_instance.first in group_id: the apply fails$` help `^let group_id refer to huaweicloud_apig_instance.second, as instance_id does$`
  name        = "this"
}
