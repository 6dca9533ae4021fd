variable "network" {
  type = object({ subnet_id = string, security_group_id = string })
}

variable "group_id" {
  type = string
}

variable "hop" {
  type = string
}

resource "huaweicloud_vpc" "a" {
  name = "a"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_apig_instance" "a" {
  name               = "a"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.a.id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance_routes" "a" {
  instance_id = huaweicloud_apig_instance.a.id
  nexthops    = ["172.16.0.0/12"]
}

# The addresses overlap: the peering is what is wrong.
resource "huaweicloud_vpc" "wide" {
  name = "wide"
  cidr = "10.0.0.0/8"
}

resource "huaweicloud_vpc_peering_connection" "wide" {
  name        = "wide"
  vpc_id      = huaweicloud_vpc.a.id
  peer_vpc_id = huaweicloud_vpc.wide.id
}

resource "huaweicloud_apig_api" "wide" {
  instance_id             = huaweicloud_apig_instance.a.id
  group_id                = var.group_id
  name                    = "wide"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/wide"
  security_authentication = "IAM"

  web {
    path             = "/wide"
    backend_address  = "10.2.0.8"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}
