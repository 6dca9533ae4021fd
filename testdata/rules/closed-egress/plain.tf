# Security groups of gateways that delete the default rules, and those that keep them.
variable "anything" {}

provider "huaweicloud" {
  region = "cn-north-1"
}

variable "network" {
  type = object({ vpc_id = string, subnet_id = string })
}

# Nothing is let out, to a name or to an address.
resource "huaweicloud_networking_secgroup" "shut" {
  name                 = "shut"
  delete_default_rules = true
}

resource "huaweicloud_apig_instance" "shut" {
  name               = "shut"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.shut.id # want `huaweicloud_networking_secgroup.shut.id` `the security group huaweicloud_networking_secgroup.shut of huaweicloud_apig_instance.shut does not allow outbound TCP 443 to api.example.org, which huaweicloud_apig_api.shut calls: calls get APIG.0201` help `add an egress huaweicloud_networking_secgroup_rule to huaweicloud_networking_secgroup.shut for TCP 443`
  availability_zones = ["cn-north-1a"]
  bandwidth_size     = 5
}

resource "huaweicloud_apig_group" "shut" {
  instance_id = huaweicloud_apig_instance.shut.id
  name        = "shut"
}

resource "huaweicloud_apig_api" "near" {
  instance_id             = huaweicloud_apig_instance.shut.id
  group_id                = huaweicloud_apig_group.shut.id
  name                    = "near"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/near"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "10.0.0.8"
    request_method   = "GET"
    request_protocol = "HTTPS"
    timeout          = 5000
  }
}

resource "huaweicloud_apig_api" "shut" {
  instance_id             = huaweicloud_apig_instance.shut.id
  group_id                = huaweicloud_apig_group.shut.id
  name                    = "shut"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/shut"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "api.example.org"
    request_method   = "GET"
    request_protocol = "HTTPS"
    timeout          = 5000
  }
}

resource "huaweicloud_apig_api" "address" {
  instance_id             = huaweicloud_apig_instance.shut.id
  group_id                = huaweicloud_apig_group.shut.id
  name                    = "address"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/address"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "8.8.8.8:8443"
    request_method   = "GET"
    request_protocol = "HTTPS"
    timeout          = 5000
  }
}

# Only the port of HTTP is let out, and members are called at another.
resource "huaweicloud_networking_secgroup" "http" {
  name                 = "http"
  delete_default_rules = true
}

resource "huaweicloud_apig_instance" "http" {
  name               = "http"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.http.id # want `huaweicloud_networking_secgroup.http.id` `does not allow outbound TCP 8443 to 8.8.8.8, which huaweicloud_apig_channel.http calls: calls get APIG.0610`
  availability_zones = ["cn-north-1a"]
  bandwidth_size     = 5
}

resource "huaweicloud_apig_group" "http" {
  instance_id = huaweicloud_apig_instance.http.id
  name        = "http"
}

resource "huaweicloud_networking_secgroup_rule" "http" {
  security_group_id = huaweicloud_networking_secgroup.http.id
  direction         = "egress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "80"
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_apig_channel" "http" {
  instance_id      = huaweicloud_apig_instance.http.id
  name             = "http"
  port             = 80
  balance_strategy = 1

  member {
    host   = "8.8.4.4"
    weight = 1
  }

  member {
    host   = "8.8.8.8"
    port   = 8443
    weight = 1
  }
}

resource "huaweicloud_vpc" "own" {
  name = "own"
  cidr = "10.0.0.0/16"
}

# One network is let out, and the backend is in another. An ingress rule is none of use.
resource "huaweicloud_networking_secgroup" "network" {
  name                 = "network"
  delete_default_rules = true
}

resource "huaweicloud_apig_instance" "network" {
  name               = "network"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.own.id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.network.id # want `huaweicloud_networking_secgroup.network.id` `does not allow outbound TCP 80 to 10.3.0.8, which huaweicloud_apig_api.network calls`
  availability_zones = ["cn-north-1a"]
  bandwidth_size     = 5
}

resource "huaweicloud_apig_group" "network" {
  instance_id = huaweicloud_apig_instance.network.id
  name        = "network"
}

resource "huaweicloud_networking_secgroup_rule" "network" {
  security_group_id = huaweicloud_networking_secgroup.network.id
  direction         = "egress"
  ethertype         = "IPv4"
  remote_ip_prefix  = "10.2.0.0/16"
}

resource "huaweicloud_networking_secgroup_rule" "ingress" {
  security_group_id = huaweicloud_networking_secgroup.network.id
  direction         = "ingress"
  ethertype         = "IPv4"
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_apig_api" "network" {
  instance_id             = huaweicloud_apig_instance.network.id
  group_id                = huaweicloud_apig_group.network.id
  name                    = "network"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/network"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "10.3.0.8"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_apig_api" "network_right" {
  instance_id             = huaweicloud_apig_instance.network.id
  group_id                = huaweicloud_apig_group.network.id
  name                    = "network_right"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/network_right"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "10.2.0.8"
    request_method   = "GET"
    request_protocol = "HTTPS"
    timeout          = 5000
  }
}

# The address is denied before all is allowed.
resource "huaweicloud_networking_secgroup" "denied" {
  name                 = "denied"
  delete_default_rules = true
}

resource "huaweicloud_apig_instance" "denied" {
  name               = "denied"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.denied.id # want `huaweicloud_networking_secgroup.denied.id` `does not allow outbound TCP 443 to 8.8.8.8` help `remove huaweicloud_networking_secgroup_rule.denied, or give a rule that allows it a higher priority`
  availability_zones = ["cn-north-1a"]
  bandwidth_size     = 5
}

resource "huaweicloud_apig_group" "denied" {
  instance_id = huaweicloud_apig_instance.denied.id
  name        = "denied"
}

resource "huaweicloud_networking_secgroup_rule" "denied" {
  security_group_id = huaweicloud_networking_secgroup.denied.id
  direction         = "egress"
  ethertype         = "IPv4"
  action            = "deny"
  priority          = 1
  remote_ip_prefix  = "8.8.0.0/16"
}

resource "huaweicloud_networking_secgroup_rule" "after" {
  security_group_id = huaweicloud_networking_secgroup.denied.id
  direction         = "egress"
  ethertype         = "IPv4"
  action            = "allow"
  priority          = 2
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_apig_api" "denied" {
  instance_id             = huaweicloud_apig_instance.denied.id
  group_id                = huaweicloud_apig_group.denied.id
  name                    = "denied"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/denied"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "8.8.8.8"
    request_method   = "GET"
    request_protocol = "HTTPS"
    timeout          = 5000
  }
}

# The default rules are kept, or may be.
resource "huaweicloud_networking_secgroup" "kept" {
  name = "kept"
}

resource "huaweicloud_apig_instance" "kept" {
  name               = "kept"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.kept.id
  availability_zones = ["cn-north-1a"]
  bandwidth_size     = 5
}

resource "huaweicloud_apig_group" "kept" {
  instance_id = huaweicloud_apig_instance.kept.id
  name        = "kept"
}

resource "huaweicloud_apig_api" "kept" {
  instance_id             = huaweicloud_apig_instance.kept.id
  group_id                = huaweicloud_apig_group.kept.id
  name                    = "kept"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/kept"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "api.example.org"
    request_method   = "GET"
    request_protocol = "HTTPS"
    timeout          = 5000
  }
}

resource "huaweicloud_networking_secgroup" "perhaps" {
  name                 = "perhaps"
  delete_default_rules = var.anything
}

resource "huaweicloud_apig_instance" "perhaps" {
  name               = "perhaps"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.perhaps.id
  availability_zones = ["cn-north-1a"]
  bandwidth_size     = 5
}

resource "huaweicloud_apig_group" "perhaps" {
  instance_id = huaweicloud_apig_instance.perhaps.id
  name        = "perhaps"
}

resource "huaweicloud_apig_api" "perhaps" {
  instance_id             = huaweicloud_apig_instance.perhaps.id
  group_id                = huaweicloud_apig_group.perhaps.id
  name                    = "perhaps"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/perhaps"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "api.example.org"
    request_method   = "GET"
    request_protocol = "HTTPS"
    timeout          = 5000
  }
}

# A rule may let it out.
resource "huaweicloud_networking_secgroup" "rule" {
  name                 = "rule"
  delete_default_rules = true
}

resource "huaweicloud_apig_instance" "rule" {
  name               = "rule"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.rule.id
  availability_zones = ["cn-north-1a"]
  bandwidth_size     = 5
}

resource "huaweicloud_apig_group" "rule" {
  instance_id = huaweicloud_apig_instance.rule.id
  name        = "rule"
}

resource "huaweicloud_networking_secgroup_rule" "rule" {
  security_group_id = huaweicloud_networking_secgroup.rule.id
  direction         = "egress"
  ethertype         = "IPv4"
  protocol          = var.anything
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_apig_api" "rule" {
  instance_id             = huaweicloud_apig_instance.rule.id
  group_id                = huaweicloud_apig_group.rule.id
  name                    = "rule"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/rule"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "api.example.org"
    request_method   = "GET"
    request_protocol = "HTTPS"
    timeout          = 5000
  }
}

# Members of another group are let out, and the backend may be one.
resource "huaweicloud_networking_secgroup" "members" {
  name                 = "members"
  delete_default_rules = true
}

resource "huaweicloud_apig_instance" "members" {
  name               = "members"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.members.id
  availability_zones = ["cn-north-1a"]
  bandwidth_size     = 5
}

resource "huaweicloud_apig_group" "members" {
  instance_id = huaweicloud_apig_instance.members.id
  name        = "members"
}

resource "huaweicloud_networking_secgroup_rule" "members" {
  security_group_id = huaweicloud_networking_secgroup.members.id
  direction         = "egress"
  ethertype         = "IPv4"
  remote_group_id   = huaweicloud_networking_secgroup.kept.id
}

resource "huaweicloud_apig_api" "members" {
  instance_id             = huaweicloud_apig_instance.members.id
  group_id                = huaweicloud_apig_group.members.id
  name                    = "members"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/members"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "10.0.0.8"
    request_method   = "GET"
    request_protocol = "HTTPS"
    timeout          = 5000
  }
}

# The backend may be in the group itself.
resource "huaweicloud_networking_secgroup" "own" {
  name                 = "own"
  delete_default_rules = true
}

resource "huaweicloud_apig_instance" "own" {
  name               = "own"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.own.id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.own.id # want `huaweicloud_networking_secgroup.own.id` `does not allow outbound TCP 443 to 10.0.0.8, which huaweicloud_apig_api.own calls: calls get APIG.0201, unless the backend is in the group as well`
  availability_zones = ["cn-north-1a"]
  bandwidth_size     = 5
}

resource "huaweicloud_apig_group" "own" {
  instance_id = huaweicloud_apig_instance.own.id
  name        = "own"
}

resource "huaweicloud_apig_api" "own" {
  instance_id             = huaweicloud_apig_instance.own.id
  group_id                = huaweicloud_apig_group.own.id
  name                    = "own"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/own"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "10.0.0.8"
    request_method   = "GET"
    request_protocol = "HTTPS"
    timeout          = 5000
  }
}

# All is let out at one port, which may be the one that is called.
resource "huaweicloud_networking_secgroup" "port" {
  name                 = "port"
  delete_default_rules = true
}

resource "huaweicloud_apig_instance" "port" {
  name               = "port"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.port.id
  availability_zones = ["cn-north-1a"]
  bandwidth_size     = 5
}

resource "huaweicloud_apig_group" "port" {
  instance_id = huaweicloud_apig_instance.port.id
  name        = "port"
}

resource "huaweicloud_networking_secgroup_rule" "port" {
  security_group_id = huaweicloud_networking_secgroup.port.id
  direction         = "egress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "8080"
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_apig_api" "port" {
  instance_id             = huaweicloud_apig_instance.port.id
  group_id                = huaweicloud_apig_group.port.id
  name                    = "port"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/port"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "8.8.8.8:${var.anything}"
    request_method   = "GET"
    request_protocol = "HTTPS"
    timeout          = 5000
  }
}

# Where the backend is is not known.
resource "huaweicloud_networking_secgroup" "backend" {
  name                 = "backend"
  delete_default_rules = true
}

resource "huaweicloud_apig_instance" "backend" {
  name               = "backend"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.backend.id
  availability_zones = ["cn-north-1a"]
  bandwidth_size     = 5
}

resource "huaweicloud_apig_group" "backend" {
  instance_id = huaweicloud_apig_instance.backend.id
  name        = "backend"
}

resource "huaweicloud_apig_api" "backend" {
  instance_id             = huaweicloud_apig_instance.backend.id
  group_id                = huaweicloud_apig_group.backend.id
  name                    = "backend"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/backend"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = var.anything
    request_method   = "GET"
    request_protocol = "HTTPS"
    timeout          = 5000
  }
}

# The security group of an ELB gateway has no effect.
resource "huaweicloud_networking_secgroup" "elb" {
  name                 = "elb"
  delete_default_rules = true
}

resource "huaweicloud_apig_instance" "elb" {
  name               = "elb"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.elb.id
  availability_zones = ["cn-north-1a"]
  bandwidth_size     = 5
  region             = "cn-north-4"
}

resource "huaweicloud_apig_group" "elb" {
  instance_id = huaweicloud_apig_instance.elb.id
  name        = "elb"
}

resource "huaweicloud_apig_api" "elb" {
  instance_id             = huaweicloud_apig_instance.elb.id
  group_id                = huaweicloud_apig_group.elb.id
  name                    = "elb"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/elb"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "api.example.org"
    request_method   = "GET"
    request_protocol = "HTTPS"
    timeout          = 5000
  }
}
