provider "huaweicloud" {
  alias = "peer"
}

# The id of the accepter is that of the peering.
resource "huaweicloud_vpc" "one_a" {
  name = "one_a"
  cidr = "10.1.0.0/17"
}

resource "huaweicloud_vpc" "one_b" {
  name = "one_b"
  cidr = "10.1.128.0/17"
}

resource "huaweicloud_vpc_peering_connection" "one" {
  peer_tenant_id = "0c2a5f8a9b7f4d0e8b1c3d5e7f901234"
  name           = "one"
  vpc_id         = huaweicloud_vpc.one_a.id
  peer_vpc_id    = huaweicloud_vpc.one_b.id
}

resource "huaweicloud_vpc_route" "one_go" {
  vpc_id      = huaweicloud_vpc.one_a.id
  destination = "10.1.128.0/17"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.one.id
}

resource "huaweicloud_vpc_peering_connection_accepter" "one" {
  vpc_peering_connection_id = huaweicloud_vpc_peering_connection.one.id
  accept                    = true
}

resource "huaweicloud_vpc_route" "one_back" {
  vpc_id      = huaweicloud_vpc.one_b.id
  destination = "10.1.0.0/17"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection_accepter.one.id
}
