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
  nexthops    = ["10.0.0.0/8"]
}

resource "huaweicloud_vpc" "data" {
  name = "data"
  cidr = "10.2.0.0/16"
}

resource "huaweicloud_apig_api" "data" {
  instance_id             = huaweicloud_apig_instance.a.id
  group_id                = var.group_id
  name                    = "data"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/data"
  security_authentication = "IAM"

  web {
    path             = "/data"
    backend_address  = "10.2.0.8"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# The peering is read, and with it its routes may be elsewhere.
data "huaweicloud_vpc_peering_connection" "elsewhere" {
  name = "elsewhere"
}
