variable "cidr" {
  type = string
}

locals {
  cidr = "10.1.0.0/16"
}

# The same range, through a local.
resource "huaweicloud_vpc" "same_a" {
  name = "same_a"
  cidr = local.cidr
}

resource "huaweicloud_vpc" "same_b" {
  name = "same_b"
  cidr = local.cidr
}

resource "huaweicloud_vpc_peering_connection" "same" {
  name        = "same"
  vpc_id      = huaweicloud_vpc.same_a.id
  peer_vpc_id = huaweicloud_vpc.same_b.id # want `huaweicloud_vpc.same_b.id` `huaweicloud_vpc_peering_connection.same connects huaweicloud_vpc.same_a .10.1.0.0/16. and huaweicloud_vpc.same_b .10.1.0.0/16., whose CIDRs overlap` help `give huaweicloud_vpc.same_a or huaweicloud_vpc.same_b a CIDR that does not overlap, or route only to subnets that do not overlap`
}

resource "huaweicloud_vpc_route" "same_go" {
  vpc_id      = huaweicloud_vpc.same_a.id
  destination = huaweicloud_vpc.same_b.cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.same.id
}

resource "huaweicloud_vpc_route" "same_back" {
  vpc_id      = huaweicloud_vpc.same_b.id
  destination = huaweicloud_vpc.same_a.cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.same.id
}

# One range lies in the other.
resource "huaweicloud_vpc" "inside_a" {
  name = "inside_a"
  cidr = "10.0.0.0/8"
}

resource "huaweicloud_vpc" "inside_b" {
  name = "inside_b"
  cidr = "10.2.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "inside" {
  name        = "inside"
  vpc_id      = huaweicloud_vpc.inside_a.id
  peer_vpc_id = huaweicloud_vpc.inside_b.id # want `huaweicloud_vpc.inside_b.id` `overlap`
}

# A secondary range overlaps.
resource "huaweicloud_vpc" "second_a" {
  name = "second_a"
  cidr = "10.3.0.0/16"
}

resource "huaweicloud_vpc" "second_b" {
  secondary_cidrs = ["10.3.128.0/17"]

  name = "second_b"
  cidr = "10.4.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "second" {
  name        = "second"
  vpc_id      = huaweicloud_vpc.second_a.id
  peer_vpc_id = huaweicloud_vpc.second_b.id # want `huaweicloud_vpc.second_b.id` `10.3.0.0/16. and huaweicloud_vpc.second_b .10.3.128.0/17`
}

resource "huaweicloud_vpc_route" "second_go" {
  vpc_id      = huaweicloud_vpc.second_a.id
  destination = "10.3.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.second.id
}

resource "huaweicloud_vpc_route" "second_back" {
  vpc_id      = huaweicloud_vpc.second_b.id
  destination = huaweicloud_vpc.second_a.cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.second.id
}

# Neighbours.
resource "huaweicloud_vpc" "next_a" {
  name = "next_a"
  cidr = "10.6.0.0/17"
}

resource "huaweicloud_vpc" "next_b" {
  name = "next_b"
  cidr = "10.6.128.0/17"
}

resource "huaweicloud_vpc_peering_connection" "next" {
  name        = "next"
  vpc_id      = huaweicloud_vpc.next_a.id
  peer_vpc_id = huaweicloud_vpc.next_b.id
}

# Not known.
resource "huaweicloud_vpc" "unknown_a" {
  name = "unknown_a"
  cidr = "10.7.0.0/16"
}

resource "huaweicloud_vpc" "unknown_b" {
  name = "unknown_b"
  cidr = var.cidr
}

resource "huaweicloud_vpc_peering_connection" "unknown" {
  name        = "unknown"
  vpc_id      = huaweicloud_vpc.unknown_a.id
  peer_vpc_id = huaweicloud_vpc.unknown_b.id
}

# Subnets are joined, not the VPCs.
resource "huaweicloud_vpc" "subnets_a" {
  name = "subnets_a"
  cidr = "10.8.0.0/16"
}

resource "huaweicloud_vpc" "subnets_b" {
  name = "subnets_b"
  cidr = "10.8.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "subnets" {
  name        = "subnets"
  vpc_id      = huaweicloud_vpc.subnets_a.id
  peer_vpc_id = huaweicloud_vpc.subnets_b.id
}

resource "huaweicloud_vpc_route" "subnets_go" {
  vpc_id      = huaweicloud_vpc.subnets_a.id
  destination = "10.8.1.0/24"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.subnets.id
}

resource "huaweicloud_vpc_route" "subnets_back" {
  vpc_id      = huaweicloud_vpc.subnets_b.id
  destination = "10.8.2.0/24"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.subnets.id
}

# The secondary ranges are joined, those alone.
resource "huaweicloud_vpc" "extra_a" {
  name = "extra_a"
  cidr = "10.5.0.0/16"
}

resource "huaweicloud_vpc" "extra_b" {
  secondary_cidrs = ["192.168.5.0/24"]

  name = "extra_b"
  cidr = "10.5.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "extra" {
  name        = "extra"
  vpc_id      = huaweicloud_vpc.extra_a.id
  peer_vpc_id = huaweicloud_vpc.extra_b.id
}

resource "huaweicloud_vpc_route" "extra" {
  vpc_id      = huaweicloud_vpc.extra_a.id
  destination = "192.168.5.0/24"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.extra.id
}

# The route may be to a subnet.
resource "huaweicloud_vpc" "maybe_a" {
  name = "maybe_a"
  cidr = "10.9.0.0/16"
}

resource "huaweicloud_vpc" "maybe_b" {
  name = "maybe_b"
  cidr = "10.9.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "maybe" {
  name        = "maybe"
  vpc_id      = huaweicloud_vpc.maybe_a.id
  peer_vpc_id = huaweicloud_vpc.maybe_b.id
}

resource "huaweicloud_vpc_route" "maybe" {
  vpc_id      = huaweicloud_vpc.maybe_a.id
  destination = var.cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.maybe.id
}
