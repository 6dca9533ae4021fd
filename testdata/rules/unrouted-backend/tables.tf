# The route stands in a route table, and a subnet uses one table: the default one of its VPC, unless a table names it.
variable "group_id" {
  type = string
}

variable "security_group_id" {
  type = string
}

variable "unknown" {
  type = string
}

resource "huaweicloud_vpc" "main" {
  name = "main"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_vpc_subnet" "gateway" {
  name       = "gateway"
  vpc_id     = huaweicloud_vpc.main.id
  cidr       = "10.1.0.0/24"
  gateway_ip = "10.1.0.1"
}

resource "huaweicloud_vpc_subnet" "batch" {
  name       = "batch"
  vpc_id     = huaweicloud_vpc.main.id
  cidr       = "10.1.9.0/24"
  gateway_ip = "10.1.9.1"
}

resource "huaweicloud_apig_instance" "main" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.gateway.id
  security_group_id  = var.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance_routes" "main" {
  instance_id = huaweicloud_apig_instance.main.id
  nexthops    = ["10.0.0.0/8"]
}

# The way there stands in the table of another subnet, and one finding is enough for two backends.
resource "huaweicloud_vpc" "there" {
  name = "there"
  cidr = "10.2.0.0/16"
}

resource "huaweicloud_vpc_subnet" "there" {
  name       = "there"
  vpc_id     = huaweicloud_vpc.there.id
  cidr       = "10.2.0.0/24"
  gateway_ip = "10.2.0.1"
}

resource "huaweicloud_vpc_peering_connection" "there" {
  name        = "there"
  vpc_id      = huaweicloud_vpc.main.id
  peer_vpc_id = huaweicloud_vpc.there.id
}

resource "huaweicloud_vpc_route" "there_back" {
  vpc_id      = huaweicloud_vpc.there.id
  destination = "10.1.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.there.id
}

resource "huaweicloud_vpc_route_table" "there" { # want `resource "huaweicloud_vpc_route_table" "there"` `the route of huaweicloud_vpc.main that leads to 10.2.0.8 is in huaweicloud_vpc_route_table.there, but huaweicloud_vpc_subnet.gateway of huaweicloud_apig_instance.main uses the default route table of huaweicloud_vpc.main: calls get APIG.0201 or APIG.0202` help `add huaweicloud_vpc_subnet.gateway.id to subnets of huaweicloud_vpc_route_table.there, or the route to the default route table of huaweicloud_vpc.main`
  name    = "there"
  vpc_id  = huaweicloud_vpc.main.id
  subnets = [huaweicloud_vpc_subnet.batch.id]

  route {
    destination = "10.2.0.0/16"
    type        = "peering"
    nexthop     = huaweicloud_vpc_peering_connection.there.id
  }

  route {
    destination = "10.6.0.0/16"
    type        = "peering"
    nexthop     = huaweicloud_vpc_peering_connection.known.id
  }
}

resource "huaweicloud_apig_api" "there" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = var.group_id
  name                    = "there"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/there"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "10.2.0.8"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_apig_api" "there_too" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = var.group_id
  name                    = "there_too"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/there_too"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "10.2.0.9"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# So does the way back.
resource "huaweicloud_vpc" "back" {
  name = "back"
  cidr = "10.3.0.0/16"
}

resource "huaweicloud_vpc_subnet" "back" {
  name       = "back"
  vpc_id     = huaweicloud_vpc.back.id
  cidr       = "10.3.0.0/24"
  gateway_ip = "10.3.0.1"
}

resource "huaweicloud_vpc_subnet" "back_other" {
  name       = "back_other"
  vpc_id     = huaweicloud_vpc.back.id
  cidr       = "10.3.1.0/24"
  gateway_ip = "10.3.1.1"
}

resource "huaweicloud_vpc_peering_connection" "back" {
  name        = "back"
  vpc_id      = huaweicloud_vpc.main.id
  peer_vpc_id = huaweicloud_vpc.back.id
}

resource "huaweicloud_vpc_route" "back_there" {
  vpc_id      = huaweicloud_vpc.main.id
  destination = "10.3.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.back.id
}

resource "huaweicloud_vpc_route_table" "back" {
  name    = "back"
  vpc_id  = huaweicloud_vpc.back.id
  subnets = [huaweicloud_vpc_subnet.back_other.id]
}

resource "huaweicloud_vpc_route" "back" { # want `resource "huaweicloud_vpc_route" "back"` `the route of huaweicloud_vpc.back that leads back to huaweicloud_apig_instance.main is in huaweicloud_vpc_route_table.back, but huaweicloud_vpc_subnet.back of the backend 10.3.0.8 uses the default route table of huaweicloud_vpc.back`
  vpc_id         = huaweicloud_vpc.back.id
  route_table_id = huaweicloud_vpc_route_table.back.id
  destination    = "10.1.0.0/16"
  type           = "peering"
  nexthop        = huaweicloud_vpc_peering_connection.back.id
}

resource "huaweicloud_apig_api" "back" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = var.group_id
  name                    = "back"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/back"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "10.3.0.8"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# The subnet has a table of its own, and the route stands in the default one.
resource "huaweicloud_vpc" "own" {
  name = "own"
  cidr = "10.4.0.0/16"
}

resource "huaweicloud_vpc_subnet" "own" {
  name       = "own"
  vpc_id     = huaweicloud_vpc.own.id
  cidr       = "10.4.0.0/24"
  gateway_ip = "10.4.0.1"
}

resource "huaweicloud_vpc_peering_connection" "own" {
  name        = "own"
  vpc_id      = huaweicloud_vpc.main.id
  peer_vpc_id = huaweicloud_vpc.own.id
}

resource "huaweicloud_vpc_route" "own_there" {
  vpc_id      = huaweicloud_vpc.main.id
  destination = "10.4.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.own.id
}

resource "huaweicloud_vpc_route_table" "own" {
  name    = "own"
  vpc_id  = huaweicloud_vpc.own.id
  subnets = [huaweicloud_vpc_subnet.own.id]
}

resource "huaweicloud_vpc_route" "own" { # want `resource "huaweicloud_vpc_route" "own"` `is in the default route table of huaweicloud_vpc.own, but huaweicloud_vpc_subnet.own of the backend 10.4.0.8 uses huaweicloud_vpc_route_table.own` help `add the route to huaweicloud_vpc_route_table.own`
  vpc_id      = huaweicloud_vpc.own.id
  destination = "10.1.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.own.id
}

resource "huaweicloud_apig_api" "own" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = var.group_id
  name                    = "own"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/own"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "10.4.0.8"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# The subnet's own table has the route.
resource "huaweicloud_vpc" "right" {
  name = "right"
  cidr = "10.5.0.0/16"
}

resource "huaweicloud_vpc_subnet" "right" {
  name       = "right"
  vpc_id     = huaweicloud_vpc.right.id
  cidr       = "10.5.0.0/24"
  gateway_ip = "10.5.0.1"
}

resource "huaweicloud_vpc_peering_connection" "right" {
  name        = "right"
  vpc_id      = huaweicloud_vpc.main.id
  peer_vpc_id = huaweicloud_vpc.right.id
}

resource "huaweicloud_vpc_route" "right_there" {
  vpc_id      = huaweicloud_vpc.main.id
  destination = "10.5.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.right.id
}

resource "huaweicloud_vpc_route_table" "right" {
  name    = "right"
  vpc_id  = huaweicloud_vpc.right.id
  subnets = [huaweicloud_vpc_subnet.right.id]

  route {
    destination = "10.1.0.0/16"
    type        = "peering"
    nexthop     = huaweicloud_vpc_peering_connection.right.id
  }
}

resource "huaweicloud_apig_api" "right" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = var.group_id
  name                    = "right"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/right"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "10.5.0.8"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# Another route, which stands in the right table, leads there as well.
resource "huaweicloud_vpc" "known" {
  name = "known"
  cidr = "10.6.0.0/16"
}

resource "huaweicloud_vpc_subnet" "known" {
  name       = "known"
  vpc_id     = huaweicloud_vpc.known.id
  cidr       = "10.6.0.0/24"
  gateway_ip = "10.6.0.1"
}

resource "huaweicloud_vpc_peering_connection" "known" {
  name        = "known"
  vpc_id      = huaweicloud_vpc.main.id
  peer_vpc_id = huaweicloud_vpc.known.id
}

resource "huaweicloud_vpc_route" "known" {
  vpc_id      = huaweicloud_vpc.main.id
  destination = "10.6.0.0/24"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.known.id
}

resource "huaweicloud_vpc_route" "known_back" {
  vpc_id      = huaweicloud_vpc.known.id
  destination = "10.1.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.known.id
}

resource "huaweicloud_apig_api" "known" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = var.group_id
  name                    = "known"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/known"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "10.6.0.8"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# Which table the route stands in is not known.
resource "huaweicloud_vpc" "any" {
  name = "any"
  cidr = "10.7.0.0/16"
}

resource "huaweicloud_vpc_subnet" "any" {
  name       = "any"
  vpc_id     = huaweicloud_vpc.any.id
  cidr       = "10.7.0.0/24"
  gateway_ip = "10.7.0.1"
}

resource "huaweicloud_vpc_peering_connection" "any" {
  name        = "any"
  vpc_id      = huaweicloud_vpc.main.id
  peer_vpc_id = huaweicloud_vpc.any.id
}

resource "huaweicloud_vpc_route" "any_there" {
  vpc_id      = huaweicloud_vpc.main.id
  destination = "10.7.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.any.id
}

resource "huaweicloud_vpc_route" "any" {
  vpc_id         = huaweicloud_vpc.any.id
  route_table_id = var.unknown
  destination    = "10.1.0.0/16"
  type           = "peering"
  nexthop        = huaweicloud_vpc_peering_connection.any.id
}

resource "huaweicloud_apig_api" "any" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = var.group_id
  name                    = "any"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/any"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "10.7.0.8"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# Where the route of the table leads is not known.
resource "huaweicloud_vpc" "open" {
  name = "open"
  cidr = "10.8.0.0/16"
}

resource "huaweicloud_vpc_subnet" "open" {
  name       = "open"
  vpc_id     = huaweicloud_vpc.open.id
  cidr       = "10.8.0.0/24"
  gateway_ip = "10.8.0.1"
}

resource "huaweicloud_vpc_peering_connection" "open" {
  name        = "open"
  vpc_id      = huaweicloud_vpc.main.id
  peer_vpc_id = huaweicloud_vpc.open.id
}

resource "huaweicloud_vpc_route" "open_there" {
  vpc_id      = huaweicloud_vpc.main.id
  destination = "10.8.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.open.id
}

resource "huaweicloud_vpc_route_table" "open" {
  name    = "open"
  vpc_id  = huaweicloud_vpc.open.id
  subnets = [huaweicloud_vpc_subnet.open.id]
}

resource "huaweicloud_vpc_route" "open" {
  vpc_id      = huaweicloud_vpc.open.id
  destination = "10.1.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.open.id
}

resource "huaweicloud_vpc_route" "open_table" {
  vpc_id         = huaweicloud_vpc.open.id
  route_table_id = huaweicloud_vpc_route_table.open.id
  destination    = var.unknown
  type           = "peering"
  nexthop        = huaweicloud_vpc_peering_connection.open.id
}

resource "huaweicloud_apig_api" "open" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = var.group_id
  name                    = "open"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/open"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "10.8.0.8"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}
