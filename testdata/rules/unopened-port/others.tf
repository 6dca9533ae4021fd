variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

variable "group_id" {
  type = string
}

variable "unknown" {
  type = number
}

# Others open ports.
resource "huaweicloud_apig_instance" "a" {
  name               = "a"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]

  lifecycle {
    ignore_changes = [custom_ingress_ports]
  }
}

resource "huaweicloud_apig_group_domain_associate" "a" {
  instance_id        = huaweicloud_apig_instance.a.id
  group_id           = var.group_id
  url_domain         = "a.example.com"
  ingress_http_port  = -1
  ingress_https_port = 8443
}
