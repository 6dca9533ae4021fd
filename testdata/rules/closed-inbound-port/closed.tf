variable "network" {
  type = object({ vpc_id = string, subnet_id = string })
}


# Closed: a deny rule at the same priority comes first.
resource "huaweicloud_apig_instance" "deny" { # want `resource "huaweicloud_apig_instance" "deny"` `the security group huaweicloud_networking_secgroup.deny of huaweicloud_apig_instance.deny does not allow inbound TCP 443 .HTTPS.` help `remove huaweicloud_networking_secgroup_rule.deny_deny, or give a rule that allows the port a higher priority`
  name                  = "deny"
  edition               = "BASIC"
  vpc_id                = var.network.vpc_id
  subnet_id             = var.network.subnet_id
  security_group_id     = huaweicloud_networking_secgroup.deny.id
  availability_zones    = ["az1"]
  loadbalancer_provider = "lvs"
}

resource "huaweicloud_networking_secgroup" "deny" {
  name                 = "deny"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "deny" {
  instance_id           = huaweicloud_apig_instance.deny.id
  name                  = "deny"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "deny" {
  instance_id             = huaweicloud_apig_instance.deny.id
  group_id                = huaweicloud_apig_group.deny.id
  name                    = "deny"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/deny"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "deny" {
  security_group_id = huaweicloud_networking_secgroup.deny.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_networking_secgroup_rule" "deny_deny" {
  security_group_id = huaweicloud_networking_secgroup.deny.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  action            = "deny"
  ports             = "443"
}

# Closed: a rule for what leaves.
resource "huaweicloud_apig_instance" "egress" { # want `resource "huaweicloud_apig_instance" "egress"` `the security group huaweicloud_networking_secgroup.egress of huaweicloud_apig_instance.egress does not allow inbound TCP 443 .HTTPS.`
  name                  = "egress"
  edition               = "BASIC"
  vpc_id                = var.network.vpc_id
  subnet_id             = var.network.subnet_id
  security_group_id     = huaweicloud_networking_secgroup.egress.id
  availability_zones    = ["az1"]
  loadbalancer_provider = "lvs"
}

resource "huaweicloud_networking_secgroup" "egress" {
  name                 = "egress"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "egress" {
  instance_id           = huaweicloud_apig_instance.egress.id
  name                  = "egress"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "egress" {
  instance_id             = huaweicloud_apig_instance.egress.id
  group_id                = huaweicloud_apig_group.egress.id
  name                    = "egress"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/egress"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "egress" {
  security_group_id = huaweicloud_networking_secgroup.egress.id
  direction         = "egress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
}

# Closed: another protocol.
resource "huaweicloud_apig_instance" "udp" { # want `resource "huaweicloud_apig_instance" "udp"` `the security group huaweicloud_networking_secgroup.udp of huaweicloud_apig_instance.udp does not allow inbound TCP 443 .HTTPS.`
  name                  = "udp"
  edition               = "BASIC"
  vpc_id                = var.network.vpc_id
  subnet_id             = var.network.subnet_id
  security_group_id     = huaweicloud_networking_secgroup.udp.id
  availability_zones    = ["az1"]
  loadbalancer_provider = "lvs"
}

resource "huaweicloud_networking_secgroup" "udp" {
  name                 = "udp"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "udp" {
  instance_id           = huaweicloud_apig_instance.udp.id
  name                  = "udp"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "udp" {
  instance_id             = huaweicloud_apig_instance.udp.id
  group_id                = huaweicloud_apig_group.udp.id
  name                    = "udp"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/udp"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "udp" {
  security_group_id = huaweicloud_networking_secgroup.udp.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "udp"
  ports             = "443"
}

# Closed: nobody comes by IPv6.
resource "huaweicloud_apig_instance" "ipv6" { # want `resource "huaweicloud_apig_instance" "ipv6"` `the security group huaweicloud_networking_secgroup.ipv6 of huaweicloud_apig_instance.ipv6 does not allow inbound TCP 443 .HTTPS.`
  name                  = "ipv6"
  edition               = "BASIC"
  vpc_id                = var.network.vpc_id
  subnet_id             = var.network.subnet_id
  security_group_id     = huaweicloud_networking_secgroup.ipv6.id
  availability_zones    = ["az1"]
  loadbalancer_provider = "lvs"
}

resource "huaweicloud_networking_secgroup" "ipv6" {
  name                 = "ipv6"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "ipv6" {
  instance_id           = huaweicloud_apig_instance.ipv6.id
  name                  = "ipv6"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "ipv6" {
  instance_id             = huaweicloud_apig_instance.ipv6.id
  group_id                = huaweicloud_apig_group.ipv6.id
  name                    = "ipv6"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/ipv6"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "ipv6" {
  security_group_id = huaweicloud_networking_secgroup.ipv6.id
  direction         = "ingress"
  ethertype         = "IPv6"
  protocol          = "tcp"
  ports             = "443"
}

# Closed: other ports.
resource "huaweicloud_apig_instance" "ports" { # want `resource "huaweicloud_apig_instance" "ports"` `the security group huaweicloud_networking_secgroup.ports of huaweicloud_apig_instance.ports does not allow inbound TCP 443 .HTTPS.`
  name                  = "ports"
  edition               = "BASIC"
  vpc_id                = var.network.vpc_id
  subnet_id             = var.network.subnet_id
  security_group_id     = huaweicloud_networking_secgroup.ports.id
  availability_zones    = ["az1"]
  loadbalancer_provider = "lvs"
}

resource "huaweicloud_networking_secgroup" "ports" {
  name                 = "ports"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "ports" {
  instance_id           = huaweicloud_apig_instance.ports.id
  name                  = "ports"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "ports" {
  instance_id             = huaweicloud_apig_instance.ports.id
  group_id                = huaweicloud_apig_group.ports.id
  name                    = "ports"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/ports"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "ports" {
  security_group_id = huaweicloud_networking_secgroup.ports.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "80,444-450"
}

# Closed: members of the group alone.
resource "huaweicloud_apig_instance" "members" { # want `resource "huaweicloud_apig_instance" "members"` `the security group huaweicloud_networking_secgroup.members of huaweicloud_apig_instance.members does not allow inbound TCP 443 .HTTPS.`
  name                  = "members"
  edition               = "BASIC"
  vpc_id                = var.network.vpc_id
  subnet_id             = var.network.subnet_id
  security_group_id     = huaweicloud_networking_secgroup.members.id
  availability_zones    = ["az1"]
  loadbalancer_provider = "lvs"
}

resource "huaweicloud_networking_secgroup" "members" {
  name                 = "members"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "members" {
  instance_id           = huaweicloud_apig_instance.members.id
  name                  = "members"
  domain_access_enabled = true
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

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "members" {
  security_group_id = huaweicloud_networking_secgroup.members.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
  remote_group_id   = huaweicloud_networking_secgroup.members.id
}

# Closed: a deny rule for everyone, before all others.
resource "huaweicloud_apig_instance" "wide" { # want `resource "huaweicloud_apig_instance" "wide"` `the security group huaweicloud_networking_secgroup.wide of huaweicloud_apig_instance.wide does not allow inbound TCP 443 .HTTPS.`
  name                  = "wide"
  edition               = "BASIC"
  vpc_id                = var.network.vpc_id
  subnet_id             = var.network.subnet_id
  security_group_id     = huaweicloud_networking_secgroup.wide.id
  availability_zones    = ["az1"]
  loadbalancer_provider = "lvs"
}

resource "huaweicloud_networking_secgroup" "wide" {
  name                 = "wide"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "wide" {
  instance_id           = huaweicloud_apig_instance.wide.id
  name                  = "wide"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "wide" {
  instance_id             = huaweicloud_apig_instance.wide.id
  group_id                = huaweicloud_apig_group.wide.id
  name                    = "wide"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/wide"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "wide" {
  security_group_id = huaweicloud_networking_secgroup.wide.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  priority          = 5
  remote_ip_prefix  = "198.51.100.0/24"
}

resource "huaweicloud_networking_secgroup_rule" "wide_deny" {
  security_group_id = huaweicloud_networking_secgroup.wide.id
  direction         = "ingress"
  ethertype         = "IPv4"
  action            = "deny"
  priority          = 1
}

# Closed: 443 is not among what every new group opens.
resource "huaweicloud_apig_instance" "new" { # want `resource "huaweicloud_apig_instance" "new"` `443`
  name                  = "new"
  edition               = "BASIC"
  vpc_id                = var.network.vpc_id
  subnet_id             = var.network.subnet_id
  security_group_id     = huaweicloud_networking_secgroup.new.id
  availability_zones    = ["az1"]
  loadbalancer_provider = "lvs"
}

resource "huaweicloud_networking_secgroup" "new" {
  name                 = "new"
  delete_default_rules = false
}

resource "huaweicloud_apig_group" "new" {
  instance_id           = huaweicloud_apig_instance.new.id
  name                  = "new"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "new" {
  instance_id             = huaweicloud_apig_instance.new.id
  group_id                = huaweicloud_apig_group.new.id
  name                    = "new"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/new"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

# Closed: the custom port of a domain; 443, where the debugging domain answers, is open.
resource "huaweicloud_apig_instance" "custom" { # want `resource "huaweicloud_apig_instance" "custom"` `the security group huaweicloud_networking_secgroup.custom of huaweicloud_apig_instance.custom does not allow inbound TCP 8443 .HTTPS.: calls to it time out`
  name                  = "custom"
  edition               = "BASIC"
  vpc_id                = var.network.vpc_id
  subnet_id             = var.network.subnet_id
  security_group_id     = huaweicloud_networking_secgroup.custom.id
  availability_zones    = ["az1"]
  loadbalancer_provider = "lvs"
}

resource "huaweicloud_networking_secgroup" "custom" {
  name                 = "custom"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "custom" {
  instance_id           = huaweicloud_apig_instance.custom.id
  name                  = "custom"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "custom" {
  instance_id             = huaweicloud_apig_instance.custom.id
  group_id                = huaweicloud_apig_group.custom.id
  name                    = "custom"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/custom"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_group_domain_associate" "custom" {
  instance_id        = huaweicloud_apig_instance.custom.id
  group_id           = huaweicloud_apig_group.custom.id
  url_domain         = "custom.example.com"
  ingress_http_port  = -1
  ingress_https_port = 8443
}

resource "huaweicloud_networking_secgroup_rule" "custom" {
  security_group_id = huaweicloud_networking_secgroup.custom.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
}

# IPv6 callers come.
resource "huaweicloud_apig_instance" "six" {
  name               = "six"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.six.id
  availability_zones = ["az1"]
  ipv6_enable        = true
}

resource "huaweicloud_networking_secgroup" "six" {
  name                 = "six"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "six" {
  instance_id           = huaweicloud_apig_instance.six.id
  name                  = "six"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "six" {
  instance_id             = huaweicloud_apig_instance.six.id
  group_id                = huaweicloud_apig_group.six.id
  name                    = "six"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/six"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "six" {
  security_group_id = huaweicloud_networking_secgroup.six.id
  direction         = "ingress"
  ethertype         = "ipv6"
  protocol          = "tcp"
  ports             = "443"
}

# The APIs can be called by the address of the gateway.
resource "huaweicloud_apig_instance" "address" { # want `resource "huaweicloud_apig_instance" "address"` `443`
  name                  = "address"
  edition               = "BASIC"
  vpc_id                = var.network.vpc_id
  subnet_id             = var.network.subnet_id
  security_group_id     = huaweicloud_networking_secgroup.address.id
  availability_zones    = ["az1"]
  loadbalancer_provider = "lvs"
}

resource "huaweicloud_networking_secgroup" "address" {
  name                 = "address"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "address" {
  instance_id           = huaweicloud_apig_instance.address.id
  name                  = "address"
  domain_access_enabled = false
}

resource "huaweicloud_apig_api" "address" {
  instance_id             = huaweicloud_apig_instance.address.id
  group_id                = huaweicloud_apig_group.address.id
  name                    = "address"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/address"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_instance_feature" "address" {
  instance_id = huaweicloud_apig_instance.address.id
  name        = "app_route"
  enabled     = true
  config      = "on"
}
