resource "huaweicloud_networking_secgroup" "orders" {
  name                 = "orders"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "orders" {
  security_group_id = huaweicloud_networking_secgroup.orders.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "80,443"
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_apig_instance" "orders" {
  name               = "orders"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = huaweicloud_networking_secgroup.orders.id
  availability_zones = ["cn-north-4a"]
}
