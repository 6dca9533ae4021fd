variable "sizes" {
  type = map(number)
}
variable "vpc_id" {
  type = string
}

variable "subnet_id" {
  type = string
}

variable "security_group_id" {
  type = string
}

resource "huaweicloud_apig_instance" "this" {
  for_each = var.sizes

  name                            = each.key
  edition                         = "BASIC"
  vpc_id                          = var.vpc_id
  subnet_id                       = var.subnet_id
  security_group_id               = var.security_group_id
  availability_zones              = ["az1"]
  ingress_bandwidth_size          = each.value # want `each.value` `\["plant"\] gets a new public address`
  ingress_bandwidth_charging_mode = "bandwidth"
}
