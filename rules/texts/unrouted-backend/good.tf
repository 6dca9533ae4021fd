resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  web {
    path             = "/orders"
    backend_address  = "10.2.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_vpc" "partner" {
  name = "partner"
  cidr = "10.2.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "partner" {
  name        = "partner"
  vpc_id      = huaweicloud_vpc.main.id
  peer_vpc_id = huaweicloud_vpc.partner.id
}

resource "huaweicloud_vpc_route" "to_partner" {
  vpc_id      = huaweicloud_vpc.main.id
  destination = huaweicloud_vpc.partner.cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.partner.id
}

resource "huaweicloud_vpc_route" "from_partner" {
  vpc_id      = huaweicloud_vpc.partner.id
  destination = huaweicloud_vpc.main.cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.partner.id
}

resource "huaweicloud_apig_instance_routes" "partner" {
  instance_id = huaweicloud_apig_instance.main.id
  nexthops    = [huaweicloud_vpc.partner.cidr]
}
