variable "network" {
  type = object({ subnet_id = string, security_group_id = string })
}

variable "group_id" {
  type = string
}

variable "unknown" {
  type = string
}

# A route covers the address, and the peering joins its VPC.
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
  nexthops    = ["10.2.0.0/15", "192.168.0.0/16"]
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
    backend_address  = "10.2.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_vpc" "erp" {
  name = "erp"
  cidr = "10.2.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "erp" {
  name        = "erp"
  vpc_id      = huaweicloud_vpc.erp.id
  peer_vpc_id = huaweicloud_vpc.a.id
}

# Nobody knows what leads on premises.
resource "huaweicloud_apig_api" "premises" {
  instance_id             = huaweicloud_apig_instance.a.id
  group_id                = var.group_id
  name                    = "premises"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/premises"
  security_authentication = "IAM"

  web {
    path             = "/premises"
    backend_address  = "192.168.1.7"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# The VPC is declared here, and nothing joins it.
resource "huaweicloud_vpc" "crm" {
  name = "crm"
  cidr = "10.3.0.0/16"
}

resource "huaweicloud_apig_api" "crm" {
  instance_id             = huaweicloud_apig_instance.a.id
  group_id                = var.group_id
  name                    = "crm"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/crm"
  security_authentication = "IAM"

  web {
    path             = "/crm"
    backend_address  = "10.3.0.8" # want `"10.3.0.8"` `huaweicloud_apig_api.crm calls 10.3.0.8 in huaweicloud_vpc.crm, and neither a peering connection nor a route leads there from huaweicloud_vpc.a of huaweicloud_apig_instance.a` help `add a huaweicloud_vpc_peering_connection between huaweicloud_vpc.a and huaweicloud_vpc.crm, and routes on both sides`
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# The routes are not known.
resource "huaweicloud_vpc" "b" {
  name = "b"
  cidr = "10.5.0.0/16"
}

resource "huaweicloud_apig_instance" "b" {
  name               = "b"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.b.id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance_routes" "b" {
  instance_id = huaweicloud_apig_instance.b.id
  nexthops    = [var.unknown]
}

resource "huaweicloud_apig_api" "b" {
  instance_id             = huaweicloud_apig_instance.b.id
  group_id                = var.group_id
  name                    = "b"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/b"
  security_authentication = "IAM"

  web {
    path             = "/b"
    backend_address  = "10.6.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}
