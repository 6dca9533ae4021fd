resource "huaweicloud_vpc" "office" {
  name = "office"
  cidr = "10.3.0.0/16"
}

resource "huaweicloud_vpc_subnet" "office" {
  name       = "office"
  vpc_id     = huaweicloud_vpc.office.id
  cidr       = "10.3.0.0/24"
  gateway_ip = "10.3.0.1"
}

resource "huaweicloud_apig_instance" "office" {
  name               = "office"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.office.id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["cn-north-4a"]
}
