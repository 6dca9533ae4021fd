variable "network" {
  type = object({ vpc_id = string, subnet_id = string })
}

# SSH, and a range.
resource "huaweicloud_apig_instance" "ssh" { # want `resource "huaweicloud_apig_instance" "ssh"` `the security group huaweicloud_networking_secgroup.ssh of huaweicloud_apig_instance.ssh allows every address inbound on ports 22 and 8000-9000, which no caller of the gateway needs` help `remove huaweicloud_networking_secgroup_rule.ssh, or allow only the addresses that need it`
  name               = "ssh"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.ssh.id
  availability_zones = ["az1"]
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
  ports             = "22,80,443,8000-9000"
}

# Everything, on an LVS gateway.
resource "huaweicloud_apig_instance" "all" { # want `resource "huaweicloud_apig_instance" "all"` `the security group huaweicloud_networking_secgroup.all of huaweicloud_apig_instance.all allows every address inbound on every port, which no caller of the gateway needs`
  name                  = "all"
  edition               = "BASIC"
  vpc_id                = var.network.vpc_id
  subnet_id             = var.network.subnet_id
  security_group_id     = huaweicloud_networking_secgroup.all.id
  availability_zones    = ["az1"]
  loadbalancer_provider = "lvs"
}

resource "huaweicloud_networking_secgroup" "all" {
  name                 = "all"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "all" {
  security_group_id = huaweicloud_networking_secgroup.all.id
  direction         = "ingress"
  ethertype         = "IPv4"
  remote_ip_prefix  = "0.0.0.0/0"
}

# A new group opens 22 and 3389 by itself.
resource "huaweicloud_apig_instance" "new" { # want `resource "huaweicloud_apig_instance" "new"` `the security group huaweicloud_networking_secgroup.new of huaweicloud_apig_instance.new allows every address inbound on ports 22 and 3389, which no caller of the gateway needs` help `set delete_default_rules = true on huaweicloud_networking_secgroup.new`
  name               = "new"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.new.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "new" {
  name                 = "new"
  delete_default_rules = false
}

resource "huaweicloud_networking_secgroup_rule" "new" {
  security_group_id = huaweicloud_networking_secgroup.new.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
}

# IPv6 callers come.
resource "huaweicloud_apig_instance" "six" { # want `resource "huaweicloud_apig_instance" "six"` `the security group huaweicloud_networking_secgroup.six of huaweicloud_apig_instance.six allows every address inbound on port 22, which no caller of the gateway needs`
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

resource "huaweicloud_networking_secgroup_rule" "six" {
  security_group_id = huaweicloud_networking_secgroup.six.id
  direction         = "ingress"
  ethertype         = "IPv6"
  protocol          = "tcp"
  port_range_min    = 22
  port_range_max    = 22
  remote_ip_prefix  = "::/0"
}
