variable "network" {
  type = object({ vpc_id = string, subnet_id = string })
}

variable "set_id" {
  type = string
}

variable "ports" {
  type = string
}

# Open: ports lists and ranges.
resource "huaweicloud_apig_instance" "open" {
  name               = "open"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.open.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "open" {
  name                 = "open"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "open" {
  instance_id           = huaweicloud_apig_instance.open.id
  name                  = "open"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "open" {
  instance_id             = huaweicloud_apig_instance.open.id
  group_id                = huaweicloud_apig_group.open.id
  name                    = "open"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/open"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "open" {
  security_group_id = huaweicloud_networking_secgroup.open.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "22, 440-450"
}

# Open: a range in the older arguments.
resource "huaweicloud_apig_instance" "range" {
  name               = "range"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.range.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "range" {
  name                 = "range"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "range" {
  instance_id           = huaweicloud_apig_instance.range.id
  name                  = "range"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "range" {
  instance_id             = huaweicloud_apig_instance.range.id
  group_id                = huaweicloud_apig_group.range.id
  name                    = "range"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/range"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "range" {
  security_group_id = huaweicloud_networking_secgroup.range.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "TCP"
  port_range_min    = 400
  port_range_max    = 500
  remote_ip_prefix  = ""
}

# Open: no protocol and no ports are all of them.
resource "huaweicloud_apig_instance" "all" {
  name               = "all"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.all.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "all" {
  name                 = "all"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "all" {
  instance_id           = huaweicloud_apig_instance.all.id
  name                  = "all"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "all" {
  instance_id             = huaweicloud_apig_instance.all.id
  group_id                = huaweicloud_apig_group.all.id
  name                    = "all"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/all"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "all" {
  security_group_id = huaweicloud_networking_secgroup.all.id
  direction         = "ingress"
  ethertype         = "IPv4"
  remote_ip_prefix  = "10.0.0.0/8"
}

# Open: the number of TCP.
resource "huaweicloud_apig_instance" "number" {
  name               = "number"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.number.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "number" {
  name                 = "number"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "number" {
  instance_id           = huaweicloud_apig_instance.number.id
  name                  = "number"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "number" {
  instance_id             = huaweicloud_apig_instance.number.id
  group_id                = huaweicloud_apig_group.number.id
  name                    = "number"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/number"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "number" {
  security_group_id = huaweicloud_networking_secgroup.number.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "6"
}

# Open: members of another group are outside.
resource "huaweicloud_apig_instance" "other" {
  name               = "other"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.other.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "other" {
  name                 = "other"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "other" {
  instance_id           = huaweicloud_apig_instance.other.id
  name                  = "other"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "other" {
  instance_id             = huaweicloud_apig_instance.other.id
  group_id                = huaweicloud_apig_group.other.id
  name                    = "other"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/other"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "other" {
  security_group_id = huaweicloud_networking_secgroup.other.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
  remote_group_id   = huaweicloud_networking_secgroup.all.id
}

# Open: a set of addresses.
resource "huaweicloud_apig_instance" "set" {
  name               = "set"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.set.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "set" {
  name                 = "set"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "set" {
  instance_id           = huaweicloud_apig_instance.set.id
  name                  = "set"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "set" {
  instance_id             = huaweicloud_apig_instance.set.id
  group_id                = huaweicloud_apig_group.set.id
  name                    = "set"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/set"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "set" {
  security_group_id       = huaweicloud_networking_secgroup.set.id
  direction               = "ingress"
  ethertype               = "IPv4"
  protocol                = "tcp"
  ports                   = "443"
  remote_address_group_id = var.set_id
}

# Open: ports that are not known.
resource "huaweicloud_apig_instance" "unknown" {
  name               = "unknown"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.unknown.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "unknown" {
  name                 = "unknown"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "unknown" {
  instance_id           = huaweicloud_apig_instance.unknown.id
  name                  = "unknown"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "unknown" {
  instance_id             = huaweicloud_apig_instance.unknown.id
  group_id                = huaweicloud_apig_group.unknown.id
  name                    = "unknown"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/unknown"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "unknown" {
  security_group_id = huaweicloud_networking_secgroup.unknown.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = var.ports
}

# Open: a group that is not known may be another one.
resource "huaweicloud_apig_instance" "literal" {
  name               = "literal"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.literal.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "literal" {
  name                 = "literal"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "literal" {
  instance_id           = huaweicloud_apig_instance.literal.id
  name                  = "literal"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "literal" {
  instance_id             = huaweicloud_apig_instance.literal.id
  group_id                = huaweicloud_apig_group.literal.id
  name                    = "literal"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/literal"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "literal" {
  security_group_id = huaweicloud_networking_secgroup.literal.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
  remote_group_id   = var.set_id
}

# Open: the deny rule comes later.
resource "huaweicloud_apig_instance" "before" {
  name               = "before"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.before.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "before" {
  name                 = "before"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "before" {
  instance_id           = huaweicloud_apig_instance.before.id
  name                  = "before"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "before" {
  instance_id             = huaweicloud_apig_instance.before.id
  group_id                = huaweicloud_apig_group.before.id
  name                    = "before"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/before"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "before" {
  security_group_id = huaweicloud_networking_secgroup.before.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
  priority          = 1
}

# Open: the deny rule is about a part of the addresses.
resource "huaweicloud_apig_instance" "narrow" {
  name               = "narrow"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.narrow.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "narrow" {
  name                 = "narrow"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "narrow" {
  instance_id           = huaweicloud_apig_instance.narrow.id
  name                  = "narrow"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "narrow" {
  instance_id             = huaweicloud_apig_instance.narrow.id
  group_id                = huaweicloud_apig_group.narrow.id
  name                    = "narrow"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/narrow"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "narrow" {
  security_group_id = huaweicloud_networking_secgroup.narrow.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
  priority          = 10
}

resource "huaweicloud_networking_secgroup_rule" "before_deny" {
  security_group_id = huaweicloud_networking_secgroup.before.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  action            = "deny"
  priority          = 2
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_networking_secgroup_rule" "narrow_deny" {
  security_group_id = huaweicloud_networking_secgroup.narrow.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  action            = "deny"
  priority          = 5
  remote_ip_prefix  = "192.0.2.0/24"
}

variable "callers" {
  type = set(string)
}

# Open: there may be a rule for each of them.
resource "huaweicloud_apig_instance" "each" {
  name               = "each"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.each.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "each" {
  name                 = "each"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "each" {
  instance_id           = huaweicloud_apig_instance.each.id
  name                  = "each"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "each" {
  instance_id             = huaweicloud_apig_instance.each.id
  group_id                = huaweicloud_apig_group.each.id
  name                    = "each"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/each"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "each" {
  security_group_id = huaweicloud_networking_secgroup.each.id
  direction         = "ingress"
  ethertype         = "IPv4"
  for_each          = var.callers
  protocol          = "tcp"
  ports             = "443"
  remote_ip_prefix  = each.key
}

# Open: 3389 is a custom port here, and every new group opens it.
resource "huaweicloud_apig_instance" "defaults" {
  name               = "defaults"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.defaults.id
  availability_zones = ["az1"]

  custom_ingress_ports {
    port     = 3389
    protocol = "HTTPS"
  }
}

resource "huaweicloud_networking_secgroup" "defaults" {
  name                 = "defaults"
  delete_default_rules = false
}

resource "huaweicloud_apig_group" "defaults" {
  instance_id           = huaweicloud_apig_instance.defaults.id
  name                  = "defaults"
  domain_access_enabled = false
}

resource "huaweicloud_apig_api" "defaults" {
  instance_id             = huaweicloud_apig_instance.defaults.id
  group_id                = huaweicloud_apig_group.defaults.id
  name                    = "defaults"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/defaults"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_group_domain_associate" "defaults" {
  instance_id        = huaweicloud_apig_instance.defaults.id
  group_id           = huaweicloud_apig_group.defaults.id
  url_domain         = "defaults.example.com"
  ingress_http_port  = -1
  ingress_https_port = 3389
}
