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

# A route leads there, whatever comes after it.
resource "huaweicloud_vpc" "peering" {
  name = "peering"
  cidr = "10.10.0.0/16"
}

resource "huaweicloud_apig_api" "peering" {
  instance_id             = huaweicloud_apig_instance.a.id
  group_id                = var.group_id
  name                    = "peering"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/peering"
  security_authentication = "IAM"

  web {
    path             = "/peering"
    backend_address  = "10.10.0.8"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_vpc_route" "peering" {
  vpc_id      = huaweicloud_vpc.a.id
  destination = "10.10.0.0/24"
  type        = "peering"
  nexthop     = var.hop
}

resource "huaweicloud_vpc" "ecs" {
  name = "ecs"
  cidr = "10.11.0.0/16"
}

resource "huaweicloud_apig_api" "ecs" {
  instance_id             = huaweicloud_apig_instance.a.id
  group_id                = var.group_id
  name                    = "ecs"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/ecs"
  security_authentication = "IAM"

  web {
    path             = "/ecs"
    backend_address  = "10.11.0.8"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_vpc_route" "ecs" {
  vpc_id      = huaweicloud_vpc.a.id
  destination = "10.11.0.0/24"
  type        = "ecs"
  nexthop     = var.hop
}

resource "huaweicloud_vpc" "vip" {
  name = "vip"
  cidr = "10.12.0.0/16"
}

resource "huaweicloud_apig_api" "vip" {
  instance_id             = huaweicloud_apig_instance.a.id
  group_id                = var.group_id
  name                    = "vip"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/vip"
  security_authentication = "IAM"

  web {
    path             = "/vip"
    backend_address  = "10.12.0.8"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_vpc_route" "vip" {
  vpc_id      = huaweicloud_vpc.a.id
  destination = "10.12.0.0/24"
  type        = "vip"
  nexthop     = var.hop
}

# A route of a route table does, too.
resource "huaweicloud_vpc" "table" {
  name = "table"
  cidr = "10.20.0.0/16"
}

resource "huaweicloud_apig_api" "table" {
  instance_id             = huaweicloud_apig_instance.a.id
  group_id                = var.group_id
  name                    = "table"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/table"
  security_authentication = "IAM"

  web {
    path             = "/table"
    backend_address  = "10.20.0.8"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_vpc_route_table" "a" {
  name   = "a"
  vpc_id = huaweicloud_vpc.a.id

  route {
    type        = "eni"
    destination = "10.20.0.0/14"
    nexthop     = var.hop
  }
}

# The way back says that there is a way there.
resource "huaweicloud_vpc" "back" {
  name = "back"
  cidr = "10.30.0.0/16"
}

resource "huaweicloud_apig_api" "back" {
  instance_id             = huaweicloud_apig_instance.a.id
  group_id                = var.group_id
  name                    = "back"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/back"
  security_authentication = "IAM"

  web {
    path             = "/back"
    backend_address  = "10.30.0.8"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_vpc_route" "back" {
  vpc_id      = huaweicloud_vpc.back.id
  destination = "10.1.0.0/16"
  type        = "peering"
  nexthop     = var.hop
}

# The route leads to another part of the VPC, and the one to everywhere is that to the internet.
resource "huaweicloud_vpc" "beside" {
  name = "beside"
  cidr = "10.40.0.0/16"
}

resource "huaweicloud_apig_api" "beside" {
  instance_id             = huaweicloud_apig_instance.a.id
  group_id                = var.group_id
  name                    = "beside"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/beside"
  security_authentication = "IAM"

  web {
    path             = "/beside"
    backend_address  = "10.40.0.8" # want `"10.40.0.8"` `huaweicloud_apig_api.beside calls 10.40.0.8 in huaweicloud_vpc.beside, and neither a peering connection nor a route leads there`
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_vpc_route" "beside" {
  vpc_id      = huaweicloud_vpc.a.id
  destination = "10.40.9.0/24"
  type        = "peering"
  nexthop     = var.hop
}

resource "huaweicloud_vpc_route" "internet" {
  vpc_id      = huaweicloud_vpc.beside.id
  destination = "0.0.0.0/0"
  type        = "nat"
  nexthop     = var.hop
}
