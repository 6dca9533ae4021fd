variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

# The gateway has its address: the EIP is for something else.
resource "huaweicloud_apig_instance" "main" {
  name                            = "main"
  edition                         = "BASIC"
  vpc_id                          = var.network.vpc_id
  subnet_id                       = var.network.subnet_id
  security_group_id               = var.network.security_group_id
  availability_zones              = ["az1"]
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "bandwidth"
}

resource "huaweicloud_vpc_eip" "else" {
  publicip {
    type = "5_bgp"
  }

  bandwidth {
    name       = "else"
    size       = 5
    share_type = "PER"
  }
}
