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

resource "huaweicloud_vpc_peering_connection" "partner_back" {
  name        = "partner-back"
  vpc_id      = huaweicloud_vpc.partner.id
  peer_vpc_id = huaweicloud_vpc.main.id
}
