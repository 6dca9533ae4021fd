variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

# The rule of an unknown group may admit everyone.
resource "huaweicloud_apig_instance" "some" {
  name               = "some"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.some.id
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
  remote_ip_prefix  = "198.51.100.0/24"
}

resource "huaweicloud_networking_secgroup_rule" "any" {
  security_group_id = var.network.security_group_id
  direction         = "ingress"
  ethertype         = "IPv4"
}
