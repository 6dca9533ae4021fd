variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

variable "group_id" {
  type = string
}

variable "unknown" {
  type = number
}

resource "huaweicloud_apig_instance" "a" {
  name               = "a"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]

  custom_ingress_ports {
    port     = 8080
    protocol = "HTTP"
  }

  custom_ingress_ports {
    port     = 8443
    protocol = "HTTPS"
  }
}

resource "huaweicloud_apig_instance_ingress_port" "more" {
  instance_id = huaweicloud_apig_instance.a.id
  port        = 9443
  protocol    = "HTTPS"
}

# Not opened.
resource "huaweicloud_apig_group_domain_associate" "closed" {
  instance_id        = huaweicloud_apig_instance.a.id
  group_id           = var.group_id
  url_domain         = "closed.example.com"
  ingress_http_port  = -1
  ingress_https_port = local.port # want `local.port` `huaweicloud_apig_group_domain_associate.closed offers HTTPS on port 7443, which huaweicloud_apig_instance.a does not open: the apply gets APIG.2049` help `add a custom_ingress_ports block to huaweicloud_apig_instance.a with protocol = .HTTPS. and port = 7443`
}

locals {
  port = 7443
}

# Opened for the other protocol.
resource "huaweicloud_apig_group_domain_associate" "other" {
  instance_id        = huaweicloud_apig_instance.a.id
  group_id           = var.group_id
  url_domain         = "other.example.com"
  ingress_http_port  = 8443 # want `8443` `huaweicloud_apig_group_domain_associate.other offers HTTP on port 8443, which huaweicloud_apig_instance.a opens for HTTPS` help `offer HTTP on a port that huaweicloud_apig_instance.a opens for HTTP`
  ingress_https_port = -1
}

# The standard ports, the wrong way round.
resource "huaweicloud_apig_group_domain_associate" "turned" {
  instance_id        = huaweicloud_apig_instance.a.id
  group_id           = var.group_id
  url_domain         = "turned.example.com"
  ingress_http_port  = 443 # want `443` `opens for the other protocol`
  ingress_https_port = 80  # want `80` `opens for the other protocol`
}

# Opened by a block, by a resource, and by standard.
resource "huaweicloud_apig_group_domain_associate" "good" {
  instance_id        = huaweicloud_apig_instance.a.id
  group_id           = var.group_id
  url_domain         = "good.example.com"
  ingress_http_port  = 8080
  ingress_https_port = 8443
}

resource "huaweicloud_apig_group_domain_associate" "more" {
  instance_id        = huaweicloud_apig_instance.a.id
  group_id           = var.group_id
  url_domain         = "more.example.com"
  ingress_http_port  = 80
  ingress_https_port = 9443
}

resource "huaweicloud_apig_group_domain_associate" "standard" {
  instance_id        = huaweicloud_apig_instance.a.id
  group_id           = var.group_id
  url_domain         = "standard.example.com"
  ingress_http_port  = 80
  ingress_https_port = 443
}

# Not known.
resource "huaweicloud_apig_group_domain_associate" "unknown" {
  instance_id        = huaweicloud_apig_instance.a.id
  group_id           = var.group_id
  url_domain         = "unknown.example.com"
  ingress_http_port  = -1
  ingress_https_port = var.unknown
}
