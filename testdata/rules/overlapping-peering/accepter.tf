# The id of an accepter is that of its peering: a route may name either.
resource "huaweicloud_vpc" "here" {
  name = "here"
  cidr = "10.60.0.0/16"
}

resource "huaweicloud_vpc" "there" {
  name = "there"
  cidr = "10.60.64.0/18"
}

resource "huaweicloud_vpc_peering_connection" "both" {
  name           = "both"
  vpc_id         = huaweicloud_vpc.here.id
  peer_vpc_id    = huaweicloud_vpc.there.id # want `huaweicloud_vpc.there.id` `huaweicloud_vpc_peering_connection.both connects huaweicloud_vpc.here .10.60.0.0/16. and huaweicloud_vpc.there .10.60.64.0/18., whose CIDRs overlap`
  peer_tenant_id = "0c2a5f8a9b7f4d0e8b1c3d5e7f901234"
}

resource "huaweicloud_vpc_peering_connection_accepter" "both" {
  vpc_peering_connection_id = huaweicloud_vpc_peering_connection.both.id
  accept                    = true
}

resource "huaweicloud_vpc_route" "go" {
  vpc_id      = huaweicloud_vpc.here.id
  destination = huaweicloud_vpc.there.cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.both.id
}

resource "huaweicloud_vpc_route" "come" {
  vpc_id      = huaweicloud_vpc.there.id
  destination = huaweicloud_vpc.here.cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection_accepter.both.id
}

# Two accepters with each other's id stand for no peering.
resource "huaweicloud_vpc_peering_connection_accepter" "round" {
  vpc_peering_connection_id = huaweicloud_vpc_peering_connection_accepter.about.id
}

resource "huaweicloud_vpc_peering_connection_accepter" "about" {
  vpc_peering_connection_id = huaweicloud_vpc_peering_connection_accepter.round.id
}
