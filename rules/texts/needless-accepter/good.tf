resource "huaweicloud_vpc" "services" {
  name = "services"
  cidr = "10.64.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "services" {
  name        = "services"
  vpc_id      = huaweicloud_vpc.main.id
  peer_vpc_id = huaweicloud_vpc.services.id
}

resource "huaweicloud_vpc_route" "there" {
  vpc_id      = huaweicloud_vpc.main.id
  destination = "10.64.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.services.id
}

resource "huaweicloud_vpc_route" "back" {
  vpc_id      = huaweicloud_vpc.services.id
  destination = huaweicloud_vpc.main.cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.services.id
}
