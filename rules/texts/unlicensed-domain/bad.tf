resource "huaweicloud_vpc_eip" "beijing" {
  publicip {
    type = "5_bgp"
  }

  bandwidth {
    name        = "beijing"
    share_type  = "PER"
    size        = 5
    charge_mode = "traffic"
  }
}

resource "huaweicloud_apig_instance" "beijing" {
  region             = "cn-north-1"
  name               = "beijing"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["cn-north-1a"]
  eip_id             = huaweicloud_vpc_eip.beijing.id
}

resource "huaweicloud_apig_group" "orders" {
  instance_id = huaweicloud_apig_instance.beijing.id
  name        = "orders"
}

resource "huaweicloud_apig_group_domain_associate" "orders" {
  instance_id        = huaweicloud_apig_instance.beijing.id
  group_id           = huaweicloud_apig_group.orders.id
  url_domain         = "orders.example.com"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = 443
}
