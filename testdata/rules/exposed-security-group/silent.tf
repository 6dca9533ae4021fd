variable "network" {
  type = object({ vpc_id = string, subnet_id = string })
}

variable "unknown" {
  type = string
}

# The gateway's own ports.
resource "huaweicloud_apig_instance" "own" {
  name               = "own"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.own.id
  availability_zones = ["az1"]
  custom_ingress_ports {
    port     = 8443
    protocol = "HTTPS"
  }
}

resource "huaweicloud_networking_secgroup" "own" {
  name                 = "own"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "own" {
  security_group_id = huaweicloud_networking_secgroup.own.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "80,443,1026,8443"
}

# Some addresses only.
resource "huaweicloud_apig_instance" "some" {
  name               = "some"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.some.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "some" {
  name                 = "some"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "some" {
  security_group_id = huaweicloud_networking_secgroup.some.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "22"
  remote_ip_prefix  = "198.51.100.0/24"
}

# Members of a group only.
resource "huaweicloud_apig_instance" "members" {
  name               = "members"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.members.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "members" {
  name                 = "members"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "members" {
  security_group_id = huaweicloud_networking_secgroup.members.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "22"
  remote_group_id   = huaweicloud_networking_secgroup.some.id
}

# Some addresses, perhaps.
resource "huaweicloud_apig_instance" "maybe" {
  name               = "maybe"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.maybe.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "maybe" {
  name                 = "maybe"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "maybe" {
  security_group_id = huaweicloud_networking_secgroup.maybe.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "22"
  remote_ip_prefix  = var.unknown
}

# Nobody comes by IPv6.
resource "huaweicloud_apig_instance" "four" {
  name               = "four"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.four.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "four" {
  name                 = "four"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "four" {
  security_group_id = huaweicloud_networking_secgroup.four.id
  direction         = "ingress"
  ethertype         = "IPv6"
  protocol          = "tcp"
  ports             = "22"
}

# Outwards.
resource "huaweicloud_apig_instance" "out" {
  name               = "out"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.out.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "out" {
  name                 = "out"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "out" {
  security_group_id = huaweicloud_networking_secgroup.out.id
  direction         = "egress"
  ethertype         = "IPv4"
}

# Denied again.
resource "huaweicloud_apig_instance" "deny" {
  name               = "deny"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.deny.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "deny" {
  name                 = "deny"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "deny" {
  security_group_id = huaweicloud_networking_secgroup.deny.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "22"
}

resource "huaweicloud_networking_secgroup_rule" "deny_all" {
  security_group_id = huaweicloud_networking_secgroup.deny.id
  direction         = "ingress"
  ethertype         = "IPv4"
  action            = "deny"
  protocol          = "tcp"
  ports             = "22"
}

# ELB: the group filters nothing.
resource "huaweicloud_apig_instance" "elb" {
  name               = "elb"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.elb.id
  availability_zones = ["az1"]
  region             = "cn-north-4"
}

resource "huaweicloud_networking_secgroup" "elb" {
  name                 = "elb"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "elb" {
  security_group_id = huaweicloud_networking_secgroup.elb.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "22"
}

# The region is said, and not known.
resource "huaweicloud_apig_instance" "region" {
  name               = "region"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.region.id
  availability_zones = ["az1"]
  region             = var.unknown
}

resource "huaweicloud_networking_secgroup" "region" {
  name                 = "region"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "region" {
  security_group_id = huaweicloud_networking_secgroup.region.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "22"
}

# A custom port is not known.
resource "huaweicloud_apig_instance" "port" {
  name               = "port"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.port.id
  availability_zones = ["az1"]
  custom_ingress_ports {
    port     = var.unknown
    protocol = "HTTPS"
  }
}

resource "huaweicloud_networking_secgroup" "port" {
  name                 = "port"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "port" {
  security_group_id = huaweicloud_networking_secgroup.port.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "8443"
}
