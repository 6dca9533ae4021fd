variable "gateway" {
  type = string
}

variable "name" {
  default = "orders"
}

resource "huaweicloud_apig_group" "this" {
  instance_id = var.gateway
  name        = var.name
}
