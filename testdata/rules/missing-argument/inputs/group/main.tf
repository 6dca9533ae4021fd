variable "gateway" {
  type = string
}

variable "name" {
  type = string
}

variable "remark" {
  default = null
}

resource "huaweicloud_apig_group" "this" {
  instance_id = var.gateway
  name        = var.name
  description = var.remark
}
