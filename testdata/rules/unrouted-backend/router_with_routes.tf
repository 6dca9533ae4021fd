variable "network" {
  type = object({ subnet_id = string, security_group_id = string })
}

variable "group_id" {
  type = string
}

variable "unknown" {
  type = string
}

# The enterprise router joins the VPCs, and writes the routes to it.
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
  nexthops    = ["10.2.0.0/15"]
}

resource "huaweicloud_apig_api" "a" {
  instance_id             = huaweicloud_apig_instance.a.id
  group_id                = var.group_id
  name                    = "a"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/a"
  security_authentication = "IAM"

  web {
    path             = "/a"
    backend_address  = "10.3.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_vpc" "crm" {
  name = "crm"
  cidr = "10.3.0.0/16"
}

resource "huaweicloud_er_vpc_attachment" "all" {
  for_each = {
    a   = huaweicloud_vpc.a.id
    crm = huaweicloud_vpc.crm.id
  }

  instance_id = var.unknown
  vpc_id      = each.value
  subnet_id   = var.unknown
  name        = each.key

  auto_create_vpc_routes = true
}
