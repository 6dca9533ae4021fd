resource "huaweicloud_networking_secgroup" "office" {
  name                 = "office"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "office" {
  security_group_id = huaweicloud_networking_secgroup.office.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "80,443"
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_apig_instance" "office" {
  region             = "cn-north-4"
  name               = "office"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = huaweicloud_networking_secgroup.office.id
  availability_zones = ["cn-north-4a"]
}
