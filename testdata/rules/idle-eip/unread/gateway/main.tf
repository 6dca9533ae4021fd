variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

variable "eip_id" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}
