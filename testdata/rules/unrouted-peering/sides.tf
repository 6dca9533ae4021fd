# No route at all.
resource "huaweicloud_vpc" "none_a" {
  name = "none_a"
  cidr = "10.1.0.0/17"
}

resource "huaweicloud_vpc" "none_b" {
  name = "none_b"
  cidr = "10.1.128.0/17"
}

resource "huaweicloud_vpc_peering_connection" "none" { # want `resource "huaweicloud_vpc_peering_connection" "none"` `neither huaweicloud_vpc.none_a nor huaweicloud_vpc.none_b has a route to the other via huaweicloud_vpc_peering_connection.none` help `add a huaweicloud_vpc_route in huaweicloud_vpc.none_a with destination 10.1.128.0/17 and one in huaweicloud_vpc.none_b with destination 10.1.0.0/17, both with nexthop huaweicloud_vpc_peering_connection.none.id`
  name        = "none"
  vpc_id      = huaweicloud_vpc.none_a.id
  peer_vpc_id = huaweicloud_vpc.none_b.id
}

# No way back.
resource "huaweicloud_vpc" "there_a" {
  name = "there_a"
  cidr = "10.2.0.0/17"
}

resource "huaweicloud_vpc" "there_b" {
  name = "there_b"
  cidr = "10.2.128.0/17"
}

resource "huaweicloud_vpc_peering_connection" "there" { # want `resource "huaweicloud_vpc_peering_connection" "there"` `huaweicloud_vpc.there_b has no route to 10.2.0.0/17 via huaweicloud_vpc_peering_connection.there` help `add a huaweicloud_vpc_route in huaweicloud_vpc.there_b with destination 10.2.0.0/17 and nexthop huaweicloud_vpc_peering_connection.there.id`
  name        = "there"
  vpc_id      = huaweicloud_vpc.there_a.id
  peer_vpc_id = huaweicloud_vpc.there_b.id
}

resource "huaweicloud_vpc_route" "there_go" {
  vpc_id      = huaweicloud_vpc.there_a.id
  destination = "10.2.128.0/17"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.there.id
}

# No way there; the route leads elsewhere.
resource "huaweicloud_vpc" "back_a" {
  name = "back_a"
  cidr = "10.3.0.0/17"
}

resource "huaweicloud_vpc" "back_b" {
  name = "back_b"
  cidr = "10.3.128.0/17"
}

resource "huaweicloud_vpc_peering_connection" "back" { # want `resource "huaweicloud_vpc_peering_connection" "back"` `huaweicloud_vpc.back_a has no route to 10.3.128.0/17 via huaweicloud_vpc_peering_connection.back`
  name        = "back"
  vpc_id      = huaweicloud_vpc.back_a.id
  peer_vpc_id = huaweicloud_vpc.back_b.id
}

resource "huaweicloud_vpc_route" "back_go" {
  vpc_id      = huaweicloud_vpc.back_a.id
  destination = "10.99.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.back.id
}

resource "huaweicloud_vpc_route" "back_back" {
  vpc_id      = huaweicloud_vpc.back_b.id
  destination = huaweicloud_vpc.back_a.cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.back.id
}

# Both ways, in a wider and a narrower range.
resource "huaweicloud_vpc" "both_a" {
  name = "both_a"
  cidr = "10.4.0.0/17"
}

resource "huaweicloud_vpc" "both_b" {
  name = "both_b"
  cidr = "10.4.128.0/17"
}

resource "huaweicloud_vpc_peering_connection" "both" {
  name        = "both"
  vpc_id      = huaweicloud_vpc.both_a.id
  peer_vpc_id = huaweicloud_vpc.both_b.id
}

resource "huaweicloud_vpc_route" "both_go" {
  vpc_id      = huaweicloud_vpc.both_a.id
  destination = "10.0.0.0/8"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.both.id
}

resource "huaweicloud_vpc_route" "both_back" {
  vpc_id      = huaweicloud_vpc.both_b.id
  destination = "10.4.7.0/24"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.both.id
}

# The route of a route table; a default route through a NAT gateway is no way to the peer.
resource "huaweicloud_vpc" "table_a" {
  name = "table_a"
  cidr = "10.5.0.0/17"
}

resource "huaweicloud_vpc" "table_b" {
  name = "table_b"
  cidr = "10.5.128.0/17"
}

resource "huaweicloud_vpc_peering_connection" "table" { # want `resource "huaweicloud_vpc_peering_connection" "table"` `huaweicloud_vpc.table_b has no route`
  name        = "table"
  vpc_id      = huaweicloud_vpc.table_a.id
  peer_vpc_id = huaweicloud_vpc.table_b.id
}

resource "huaweicloud_vpc_route_table" "table" {
  name   = "table"
  vpc_id = huaweicloud_vpc.table_a.id

  dynamic "route" {
    for_each = ["10.5.128.0/18", "10.5.192.0/18"]

    content {
      destination = route.value
      type        = "peering"
      nexthop     = huaweicloud_vpc_peering_connection.table.id
    }
  }
}

resource "huaweicloud_vpc_route" "nat" {
  vpc_id      = huaweicloud_vpc.table_b.id
  destination = "0.0.0.0/0"
  type        = "nat"
  nexthop     = var.nat_id
}

variable "nat_id" {
  type = string
}

variable "er_id" {
  type = string
}

variable "peering_id" {
  type = string
}

# An enterprise router leads there, perhaps.
resource "huaweicloud_vpc" "er_a" {
  name = "er_a"
  cidr = "10.6.0.0/17"
}

resource "huaweicloud_vpc" "er_b" {
  name = "er_b"
  cidr = "10.6.128.0/17"
}

resource "huaweicloud_vpc_peering_connection" "er" {
  name        = "er"
  vpc_id      = huaweicloud_vpc.er_a.id
  peer_vpc_id = huaweicloud_vpc.er_b.id
}

resource "huaweicloud_vpc_route" "er_go" {
  vpc_id      = huaweicloud_vpc.er_a.id
  destination = "10.6.128.0/17"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.er.id
}

resource "huaweicloud_vpc_route" "er" {
  vpc_id      = huaweicloud_vpc.er_b.id
  destination = "10.6.0.0/17"
  type        = "er"
  nexthop     = var.er_id
}

# Through a peering that is not known.
resource "huaweicloud_vpc" "other_a" {
  name = "other_a"
  cidr = "10.7.0.0/17"
}

resource "huaweicloud_vpc" "other_b" {
  name = "other_b"
  cidr = "10.7.128.0/17"
}

resource "huaweicloud_vpc_peering_connection" "other" {
  name        = "other"
  vpc_id      = huaweicloud_vpc.other_a.id
  peer_vpc_id = huaweicloud_vpc.other_b.id
}

resource "huaweicloud_vpc_route" "other_go" {
  vpc_id      = huaweicloud_vpc.other_a.id
  destination = "10.7.128.0/17"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.other.id
}

resource "huaweicloud_vpc_route" "other" {
  vpc_id      = huaweicloud_vpc.other_b.id
  destination = "10.7.0.0/16"
  type        = "peering"
  nexthop     = var.peering_id
}
