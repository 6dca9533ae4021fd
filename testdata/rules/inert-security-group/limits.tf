variable "network" {
  type = object({ vpc_id = string, subnet_id = string })
}

locals {
  office = "198.51.100.0/24"
}

# Some addresses.
resource "huaweicloud_apig_instance" "some" {
  name               = "some"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.some.id # want `huaweicloud_networking_secgroup.some.id` `huaweicloud_networking_secgroup.some allows inbound TCP 80 only from some addresses, but it does not filter calls to huaweicloud_apig_instance.some, an ELB gateway`
  availability_zones = ["az1"]
  region             = "cn-north-4"
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
  ports             = "80,443"
  remote_ip_prefix  = local.office
}

# Members of another group.
resource "huaweicloud_apig_instance" "members" {
  name               = "members"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.members.id # want `huaweicloud_networking_secgroup.members.id` `huaweicloud_networking_secgroup.members allows inbound TCP 443 only from some addresses, but it does not filter calls to huaweicloud_apig_instance.members, an ELB gateway`
  availability_zones = ["az1"]
  region             = "cn-north-4"
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
  ports             = "443"
  remote_group_id   = huaweicloud_networking_secgroup.some.id
}

# Everyone but some.
resource "huaweicloud_apig_instance" "deny" {
  name               = "deny"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.deny.id # want `huaweicloud_networking_secgroup.deny.id` `huaweicloud_networking_secgroup.deny denies inbound TCP 80, but it does not filter calls to huaweicloud_apig_instance.deny, an ELB gateway`
  availability_zones = ["az1"]
  region             = "cn-north-4"
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
  ports             = "80,443"
}

resource "huaweicloud_networking_secgroup_rule" "deny_some" {
  security_group_id = huaweicloud_networking_secgroup.deny.id
  direction         = "ingress"
  ethertype         = "IPv4"
  action            = "deny"
  remote_ip_prefix  = local.office
}

# Silent: one of the ports is not opened, which nobody relies on.
resource "huaweicloud_apig_instance" "port" {
  name               = "port"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.port.id
  availability_zones = ["az1"]
  region             = "cn-north-4"
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
  ports             = "443"
}

# An ELB gateway by its own word.
resource "huaweicloud_apig_instance" "word" {
  name                  = "word"
  edition               = "BASIC"
  vpc_id                = var.network.vpc_id
  subnet_id             = var.network.subnet_id
  security_group_id     = huaweicloud_networking_secgroup.word.id # want `huaweicloud_networking_secgroup.word.id` `huaweicloud_networking_secgroup.word allows inbound TCP 80 only from some addresses, but it does not filter calls to huaweicloud_apig_instance.word, an ELB gateway`
  availability_zones    = ["az1"]
  loadbalancer_provider = "elb"
}

resource "huaweicloud_networking_secgroup" "word" {
  name                 = "word"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "word" {
  security_group_id = huaweicloud_networking_secgroup.word.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "80,443"
  remote_ip_prefix  = "10.0.0.0/8"
}
