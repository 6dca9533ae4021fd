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

# From the other side.
resource "huaweicloud_vpc_peering_connection" "ba" { # want `resource "huaweicloud_vpc_peering_connection" "ba"` `peering_connection.ba connects huaweicloud_vpc.b and huaweicloud_vpc.a, which huaweicloud_vpc_peering_connection.ab already connects` help `remove huaweicloud_vpc_peering_connection.ba or huaweicloud_vpc_peering_connection.ab,`
  name        = "ba"
  vpc_id      = huaweicloud_vpc.b.id
  peer_vpc_id = huaweicloud_vpc.a.id
}

# From the same one.
resource "huaweicloud_vpc_peering_connection" "again" { # want `resource "huaweicloud_vpc_peering_connection" "again"` `which huaweicloud_vpc_peering_connection.ab already connects`
  name        = "again"
  vpc_id      = huaweicloud_vpc.a.id
  peer_vpc_id = huaweicloud_vpc.b.id
}

# Every VPC of a mesh is peered with every other one, in both directions.
locals {
  mesh = {
    x = "10.3.0.0/16"
    y = "10.4.0.0/16"
  }
}

resource "huaweicloud_vpc" "mesh" {
  for_each = local.mesh
  name     = each.key
  cidr     = each.value
}

resource "huaweicloud_vpc_peering_connection" "mesh" { # want `resource "huaweicloud_vpc_peering_connection" "mesh"` `peering_connection.mesh."yx". connects .*, which huaweicloud_vpc_peering_connection.mesh."xy". already connects`
  for_each    = { xy = ["x", "y"], yx = ["y", "x"] }
  name        = each.key
  vpc_id      = huaweicloud_vpc.mesh[each.value[0]].id
  peer_vpc_id = huaweicloud_vpc.mesh[each.value[1]].id
}
