resource "huaweicloud_apig_instance" "erp" {
  name               = "erp"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_channel" "erp" {
  instance_id      = huaweicloud_apig_instance.erp.id
  name             = "erp"
  port             = 443
  balance_strategy = 1
  member_type      = "ip"

  member {
    host   = "121.36.10.20"
    weight = 1
  }
}
