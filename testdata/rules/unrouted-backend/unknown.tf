variable "network" {
  type = object({ subnet_id = string, security_group_id = string })
}

variable "group_id" {
  type = string
}

variable "unknown" {
  type = string
}

# The range of the VPC is not known.
resource "huaweicloud_vpc" "c" {
  name = "c"
  cidr = var.unknown
}

resource "huaweicloud_apig_instance" "c" {
  name               = "c"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.c.id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_api" "c" {
  instance_id             = huaweicloud_apig_instance.c.id
  group_id                = var.group_id
  name                    = "c"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/c"
  security_authentication = "IAM"

  web {
    path             = "/c"
    backend_address  = "10.6.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# The VPC is not declared here.
resource "huaweicloud_apig_instance" "d" {
  name               = "d"
  edition            = "BASIC"
  vpc_id             = var.unknown
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_api" "d" {
  instance_id             = huaweicloud_apig_instance.d.id
  group_id                = var.group_id
  name                    = "d"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/d"
  security_authentication = "IAM"

  web {
    path             = "/d"
    backend_address  = "10.6.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}
