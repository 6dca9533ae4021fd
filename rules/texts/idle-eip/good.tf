resource "huaweicloud_vpc_eip" "orders" {
  publicip {
    type = "5_bgp"
  }

  bandwidth {
    name       = "orders"
    size       = 5
    share_type = "PER"
  }
}

resource "huaweicloud_apig_instance" "orders" {
  region             = "cn-north-1"
  name               = "orders"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["cn-north-1a"]
  eip_id             = huaweicloud_vpc_eip.orders.id
}
