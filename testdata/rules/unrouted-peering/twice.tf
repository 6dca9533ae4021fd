# The routes go through the other one of the two peerings.
resource "huaweicloud_vpc" "a" {
  name = "a"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_vpc" "b" {
  name = "b"
  cidr = "10.2.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "ab" {
  name        = "ab"
  vpc_id      = huaweicloud_vpc.a.id
  peer_vpc_id = huaweicloud_vpc.b.id
}

resource "huaweicloud_vpc_peering_connection" "ba" {
  name        = "ba"
  vpc_id      = huaweicloud_vpc.b.id
  peer_vpc_id = huaweicloud_vpc.a.id
}

resource "huaweicloud_vpc_route" "ab" {
  vpc_id      = huaweicloud_vpc.a.id
  destination = "10.2.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.ba.id
}

resource "huaweicloud_vpc_route" "ba" {
  vpc_id      = huaweicloud_vpc.b.id
  destination = "10.1.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.ab.id
}
