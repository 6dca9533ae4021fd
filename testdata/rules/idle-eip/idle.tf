variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

resource "huaweicloud_apig_instance" "main" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

# Forgotten.
moved {
  from = huaweicloud_vpc_eip.spare
  to   = huaweicloud_vpc_eip.idle
}

resource "huaweicloud_vpc_eip" "idle" { # want `resource "huaweicloud_vpc_eip" "idle"` `nothing uses huaweicloud_vpc_eip.idle, and huaweicloud_apig_instance.main has no public address`
  publicip {
    type = "5_bgp"
  }

  bandwidth {
    name       = "idle"
    size       = 5
    share_type = "PER"
  }
}

# Mentioned by an output, whoever reads it.
resource "huaweicloud_vpc_eip" "output" {
  publicip {
    type = "5_bgp"
  }

  bandwidth {
    name       = "output"
    size       = 5
    share_type = "PER"
  }
}

output "address" {
  value = huaweicloud_vpc_eip.output.address
}

# Bound to a server.
resource "huaweicloud_vpc_eip" "server" {
  publicip {
    type = "5_bgp"
  }

  bandwidth {
    name       = "server"
    size       = 5
    share_type = "PER"
  }
}

resource "huaweicloud_compute_eip_associate" "server" {
  public_ip   = huaweicloud_vpc_eip.server.address
  instance_id = "server"
}

# Bound by itself.
resource "huaweicloud_vpc_eip" "port" {
  publicip {
    type    = "5_bgp"
    port_id = "port"
  }

  bandwidth {
    name       = "port"
    size       = 5
    share_type = "PER"
  }
}

variable "certificate" {
  type      = object({ content = string, private_key = string })
  sensitive = true
}

# What is secret is no EIP.
resource "huaweicloud_apig_certificate" "main" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "main"
  type        = "instance"
  content     = var.certificate.content
  private_key = var.certificate.private_key
}
