variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

variable "content" {
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

# What is not known may be the address.
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

resource "local_file" "any" {
  filename = "any"
  content  = var.content
}
