# What only passes an EIP on does not use it: an output, an input and a local that nobody reads.
variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

module "network" {
  source = "./network"
}

module "gateway" {
  source  = "./gateway"
  network = var.network
  eip_id  = huaweicloud_vpc_eip.input.id
}

resource "huaweicloud_vpc_eip" "input" { # want `resource "huaweicloud_vpc_eip" "input"` `nothing uses huaweicloud_vpc_eip.input`
  publicip {
    type = "5_bgp"
  }

  bandwidth {
    name       = "input"
    size       = 5
    share_type = "PER"
  }
}

locals {
  eip_id = huaweicloud_vpc_eip.local.id
}

resource "huaweicloud_vpc_eip" "local" { # want `resource "huaweicloud_vpc_eip" "local"` `nothing uses huaweicloud_vpc_eip.local`
  publicip {
    type = "5_bgp"
  }

  bandwidth {
    name       = "local"
    size       = 5
    share_type = "PER"
  }
}

output "address" {
  value = module.network.addresses["read"]
}
