resource "huaweicloud_apig_instance" "blue" {
  name                            = "blue"
  edition                         = "BASIC"
  vpc_id                          = huaweicloud_vpc.main.id
  subnet_id                       = huaweicloud_vpc_subnet.main.id
  security_group_id               = huaweicloud_networking_secgroup.main.id
  availability_zones              = ["cn-north-4a"]
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "bandwidth"
}

resource "huaweicloud_dns_zone" "example" {
  name = "example.com."
}

resource "huaweicloud_dns_recordset" "shop" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "shop.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.blue.ingress_address]
}
