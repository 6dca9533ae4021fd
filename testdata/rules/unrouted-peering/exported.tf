# Whoever reads the output may keep the routes.
resource "huaweicloud_vpc" "a" {
  name = "a"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_vpc" "b" {
  name = "b"
  cidr = "10.2.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "out" { # want `resource "huaweicloud_vpc_peering_connection" "out"` `neither huaweicloud_vpc.a nor huaweicloud_vpc.b has a route`
  name        = "out"
  vpc_id      = huaweicloud_vpc.a.id
  peer_vpc_id = huaweicloud_vpc.b.id
}

# They are kept here, and lead to the VPC that they are in.
resource "huaweicloud_vpc" "c" {
  name = "c"
  cidr = "10.3.0.0/16"
}

resource "huaweicloud_vpc" "d" {
  name = "d"
  cidr = "10.4.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "own" { # want `resource "huaweicloud_vpc_peering_connection" "own"` `neither huaweicloud_vpc.c nor huaweicloud_vpc.d has a route`
  name        = "own"
  vpc_id      = huaweicloud_vpc.c.id
  peer_vpc_id = huaweicloud_vpc.d.id
}

resource "huaweicloud_vpc_route" "own" {
  for_each = { c = huaweicloud_vpc.c, d = huaweicloud_vpc.d }

  vpc_id      = each.value.id
  destination = each.value.cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.own.id
}

output "peerings" {
  value = [huaweicloud_vpc_peering_connection.out.id, huaweicloud_vpc_peering_connection.own.id]
}
