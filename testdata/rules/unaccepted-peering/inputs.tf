# Silent: whoever uses the module says whether it accepts.
variable "accept" {
  type    = bool
  default = null
}

variable "peering_id" {
  type = string
}

resource "huaweicloud_vpc_peering_connection_accepter" "input" {
  vpc_peering_connection_id = var.peering_id
  accept                    = var.accept
}
