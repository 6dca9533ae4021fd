variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

variable "address" {
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

# Any EIP may be the one that is bound.
resource "huaweicloud_vpc_eip" "any" {
  publicip {
    type = "5_bgp"
  }

  bandwidth {
    name       = "any"
    size       = 5
    share_type = "PER"
  }
}

resource "huaweicloud_vpc_eip_associate" "any" {
  public_ip = var.address
  port_id   = "port"
}
