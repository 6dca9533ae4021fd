# The middle VPC passes on what the others send each other.
resource "huaweicloud_vpc" "a" {
  name = "a"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_vpc" "b" {
  name = "b"
  cidr = "10.2.0.0/16"
}

resource "huaweicloud_vpc" "c" {
  name = "c"
  cidr = "10.3.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "ab" {
  name        = "ab"
  vpc_id      = huaweicloud_vpc.a.id
  peer_vpc_id = huaweicloud_vpc.b.id
}

resource "huaweicloud_vpc_peering_connection" "bc" {
  name        = "bc"
  vpc_id      = huaweicloud_vpc.b.id
  peer_vpc_id = huaweicloud_vpc.c.id
}

resource "huaweicloud_vpc_route" "a" {
  vpc_id      = huaweicloud_vpc.a.id
  destination = "10.3.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.ab.id
}

resource "huaweicloud_vpc_route" "b_on" {
  vpc_id      = huaweicloud_vpc.b.id
  destination = "10.3.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.bc.id
}

resource "huaweicloud_vpc_route" "b_back" {
  vpc_id      = huaweicloud_vpc.b.id
  destination = "10.1.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.ab.id
}

resource "huaweicloud_vpc_route" "c" {
  vpc_id      = huaweicloud_vpc.c.id
  destination = "10.1.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.bc.id
}
