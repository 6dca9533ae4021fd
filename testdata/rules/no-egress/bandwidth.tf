variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

variable "group_id" {
  type = string
}

variable "size" {
  type = number
}

# Not set.
resource "huaweicloud_apig_instance" "unset" { # want `resource "huaweicloud_apig_instance" "unset"` `huaweicloud_apig_instance.unset has no outbound bandwidth .bandwidth_size., but huaweicloud_apig_channel.unset calls a public address: calls get APIG.0610` help `set bandwidth_size on huaweicloud_apig_instance.unset to the Mbit/s that its calls to public backends need`
  name               = "unset"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_channel" "unset" {
  instance_id      = huaweicloud_apig_instance.unset.id
  name             = "unset"
  port             = 8080
  balance_strategy = 1
  member_type      = "ip"

  member {
    host   = "121.36.10.20"
    weight = 1
  }
}

# Zero; the address is the default of a local.
resource "huaweicloud_apig_instance" "zero" {
  name               = "zero"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
  bandwidth_size     = 0 # want `0` `huaweicloud_apig_instance.zero has no outbound bandwidth .bandwidth_size., but huaweicloud_apig_api.zero calls a public address`
}

locals {
  erp = "121.36.10.20"
}

resource "huaweicloud_apig_api" "zero" {
  instance_id             = huaweicloud_apig_instance.zero.id
  group_id                = var.group_id
  name                    = "zero"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/zero"
  security_authentication = "IAM"

  web {
    path             = "/zero"
    backend_address  = "${local.erp}:443"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# The address of an EIP.
resource "huaweicloud_apig_instance" "eip" { # want `resource "huaweicloud_apig_instance" "eip"` `huaweicloud_apig_instance.eip has no outbound bandwidth .bandwidth_size., but huaweicloud_apig_channel.eip calls a public address`
  name               = "eip"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_channel" "eip" {
  instance_id      = huaweicloud_apig_instance.eip.id
  name             = "eip"
  port             = 8080
  balance_strategy = 1
  member_type      = "ip"

  member {
    host   = huaweicloud_vpc_eip.erp.address
    weight = 1
  }
}

resource "huaweicloud_vpc_eip" "erp" {
  publicip {
    type = "5_bgp"
  }

  bandwidth {
    name       = "erp"
    size       = 5
    share_type = "PER"
  }
}

# There is bandwidth.
resource "huaweicloud_apig_instance" "set" {
  name               = "set"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
  bandwidth_size     = 5
}

resource "huaweicloud_apig_channel" "set" {
  instance_id      = huaweicloud_apig_instance.set.id
  name             = "set"
  port             = 8080
  balance_strategy = 1
  member_type      = "ip"

  member {
    host   = "121.36.10.20"
    weight = 1
  }
}

# Perhaps there is.
resource "huaweicloud_apig_instance" "unknown" {
  name               = "unknown"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
  bandwidth_size     = var.size
}

resource "huaweicloud_apig_channel" "unknown" {
  instance_id      = huaweicloud_apig_instance.unknown.id
  name             = "unknown"
  port             = 8080
  balance_strategy = 1
  member_type      = "ip"

  member {
    host   = "121.36.10.20"
    weight = 1
  }
}

# The load balancers make no calls that bandwidth_size limits.
resource "huaweicloud_apig_instance" "nlb" {
  name               = "nlb"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
  elb_ids            = ["elb"]
}

resource "huaweicloud_apig_channel" "nlb" {
  instance_id      = huaweicloud_apig_instance.nlb.id
  name             = "nlb"
  port             = 8080
  balance_strategy = 1
  member_type      = "ip"

  member {
    host   = "121.36.10.20"
    weight = 1
  }
}

# Others give it bandwidth.
resource "huaweicloud_apig_instance" "others" {
  name               = "others"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]

  lifecycle {
    ignore_changes = [bandwidth_size]
  }
}

resource "huaweicloud_apig_channel" "others" {
  instance_id      = huaweicloud_apig_instance.others.id
  name             = "others"
  port             = 8080
  balance_strategy = 1
  member_type      = "ip"

  member {
    host   = "121.36.10.20"
    weight = 1
  }
}

# This edition has load balancers of its own.
resource "huaweicloud_apig_instance" "edition" {
  name               = "edition"
  edition            = "NLB_BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_channel" "edition" {
  instance_id      = huaweicloud_apig_instance.edition.id
  name             = "edition"
  port             = 8080
  balance_strategy = 1
  member_type      = "ip"

  member {
    host   = "121.36.10.20"
    weight = 1
  }
}

# A private address, and a name.
resource "huaweicloud_apig_instance" "private" {
  name               = "private"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_channel" "private" {
  instance_id      = huaweicloud_apig_instance.private.id
  name             = "private"
  port             = 8080
  balance_strategy = 1
  member_type      = "ip"

  member {
    host   = "10.0.0.7"
    weight = 1
  }
}

resource "huaweicloud_apig_api" "private" {
  instance_id             = huaweicloud_apig_instance.private.id
  group_id                = var.group_id
  name                    = "private"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/private"
  security_authentication = "IAM"

  web {
    path             = "/private"
    backend_address  = "erp.example.com"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# The public address is routed on premises.
resource "huaweicloud_apig_instance" "routed" {
  name               = "routed"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance_routes" "routed" {
  instance_id = huaweicloud_apig_instance.routed.id
  nexthops    = ["121.36.0.0/16"]
}

resource "huaweicloud_apig_channel" "routed" {
  instance_id      = huaweicloud_apig_instance.routed.id
  name             = "routed"
  port             = 8080
  balance_strategy = 1
  member_type      = "ip"

  member {
    host   = "121.36.10.20"
    weight = 1
  }
}
