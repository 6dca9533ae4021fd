variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

variable "cidr" {
  type = string
}

# Nothing is limited.
resource "huaweicloud_apig_instance" "open" {
  name               = "open"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.open.id
  availability_zones = ["az1"]
  region             = "cn-north-4"
}

resource "huaweicloud_networking_secgroup" "open" {
  name                 = "open"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "open" {
  security_group_id = huaweicloud_networking_secgroup.open.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "80,443"
}

# Some callers are let in by name, and then everyone.
resource "huaweicloud_apig_instance" "both" {
  name               = "both"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.both.id
  availability_zones = ["az1"]
  region             = "cn-north-4"
}

resource "huaweicloud_networking_secgroup" "both" {
  name                 = "both"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "both" {
  security_group_id = huaweicloud_networking_secgroup.both.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "80,443"
  remote_ip_prefix  = "198.51.100.0/24"
}

resource "huaweicloud_networking_secgroup_rule" "both_all" {
  security_group_id = huaweicloud_networking_secgroup.both.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
}

# Everyone, perhaps.
resource "huaweicloud_apig_instance" "unknown" {
  name               = "unknown"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.unknown.id
  availability_zones = ["az1"]
  region             = "cn-north-4"
}

resource "huaweicloud_networking_secgroup" "unknown" {
  name                 = "unknown"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "unknown" {
  security_group_id = huaweicloud_networking_secgroup.unknown.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "80,443"
  remote_ip_prefix  = var.cidr
}

# LVS: the group filters.
resource "huaweicloud_apig_instance" "lvs" {
  name               = "lvs"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.lvs.id
  availability_zones = ["az1"]
  region             = "cn-north-1"
}

resource "huaweicloud_networking_secgroup" "lvs" {
  name                 = "lvs"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "lvs" {
  security_group_id = huaweicloud_networking_secgroup.lvs.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "80,443"
  remote_ip_prefix  = "198.51.100.0/24"
}

# The kind of gateway is not told.
resource "huaweicloud_apig_instance" "any" {
  name               = "any"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.any.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "any" {
  name                 = "any"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "any" {
  security_group_id = huaweicloud_networking_secgroup.any.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "80,443"
  remote_ip_prefix  = "198.51.100.0/24"
}

# A rule for other ports limits nobody.
resource "huaweicloud_apig_instance" "ssh" {
  name               = "ssh"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.ssh.id
  availability_zones = ["az1"]
  region             = "cn-north-4"
}

resource "huaweicloud_networking_secgroup" "ssh" {
  name                 = "ssh"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "ssh" {
  security_group_id = huaweicloud_networking_secgroup.ssh.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "80,443"
}

resource "huaweicloud_networking_secgroup_rule" "ssh_admin" {
  security_group_id = huaweicloud_networking_secgroup.ssh.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "22"
  remote_ip_prefix  = "198.51.100.0/24"
}

# The API may need the port.
resource "huaweicloud_apig_instance" "may" {
  name               = "may"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.may.id
  availability_zones = ["az1"]
  region             = "cn-north-4"
}

resource "huaweicloud_networking_secgroup" "may" {
  name                 = "may"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "may" {
  instance_id           = huaweicloud_apig_instance.may.id
  name                  = "may"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "may" {
  instance_id             = huaweicloud_apig_instance.may.id
  group_id                = huaweicloud_apig_group.may.id
  name                    = "may"
  type                    = "Public"
  request_protocol        = var.cidr
  request_method          = "GET"
  request_path            = "/may"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "may" {
  security_group_id = huaweicloud_networking_secgroup.may.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
}

# Another rule speaks of the port that the API needs.
resource "huaweicloud_apig_instance" "needed" {
  name               = "needed"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.needed.id
  availability_zones = ["az1"]
  region             = "cn-north-4"
}

resource "huaweicloud_networking_secgroup" "needed" {
  name                 = "needed"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "needed" {
  instance_id           = huaweicloud_apig_instance.needed.id
  name                  = "needed"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "needed" {
  instance_id             = huaweicloud_apig_instance.needed.id
  group_id                = huaweicloud_apig_group.needed.id
  name                    = "needed"
  type                    = "Public"
  request_protocol        = "BOTH"
  request_method          = "GET"
  request_path            = "/needed"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "needed" {
  security_group_id = huaweicloud_networking_secgroup.needed.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
}

# The group is not declared here.
resource "huaweicloud_apig_instance" "foreign" {
  name               = "foreign"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
  region             = "cn-north-4"
}
