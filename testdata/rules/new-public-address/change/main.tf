variable "vpc_id" {
  type = string
}

variable "subnet_id" {
  type = string
}

variable "security_group_id" {
  type = string
}

resource "huaweicloud_apig_instance" "size" {
  name                            = "size"
  edition                         = "BASIC"
  vpc_id                          = var.vpc_id
  subnet_id                       = var.subnet_id
  security_group_id               = var.security_group_id
  availability_zones              = ["az1"]
  ingress_bandwidth_size          = 10 # want `10` `huaweicloud_apig_instance.size gets a new public address, because ingress_bandwidth_size changes` help `apply a second time`
  ingress_bandwidth_charging_mode = "bandwidth"
}

resource "huaweicloud_apig_instance" "mode" {
  name                            = "mode"
  edition                         = "BASIC"
  vpc_id                          = var.vpc_id
  subnet_id                       = var.subnet_id
  security_group_id               = var.security_group_id
  availability_zones              = ["az1"]
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "traffic" # want `"traffic"` `because ingress_bandwidth_charging_mode changes`
}
