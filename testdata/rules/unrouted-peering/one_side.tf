variable "peer" {
  type = object({ vpc_id = string, cidr = string, cidrs = set(string), routes = set(string) })
}

# Only one side is known.
resource "huaweicloud_vpc" "a" {
  name = "a"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "a" { # want `resource "huaweicloud_vpc_peering_connection" "a"` `huaweicloud_vpc.a has no route to the CIDR of its peer via huaweicloud_vpc_peering_connection.a` help `add a huaweicloud_vpc_route in huaweicloud_vpc.a with destination the CIDR of its peer and nexthop huaweicloud_vpc_peering_connection.a.id`
  name        = "a"
  vpc_id      = huaweicloud_vpc.a.id
  peer_vpc_id = var.peer.vpc_id
}

# Wherever it leads.
resource "huaweicloud_vpc" "b" {
  name = "b"
  cidr = "10.2.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "b" {
  name        = "b"
  vpc_id      = huaweicloud_vpc.b.id
  peer_vpc_id = var.peer.vpc_id
}

resource "huaweicloud_vpc_route" "b" {
  vpc_id      = huaweicloud_vpc.b.id
  destination = var.peer.cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.b.id
}

# There may be routes.
resource "huaweicloud_vpc" "c" {
  name = "c"
  cidr = "10.3.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "c" {
  name        = "c"
  vpc_id      = huaweicloud_vpc.c.id
  peer_vpc_id = var.peer.vpc_id
}

resource "huaweicloud_vpc_route" "c" {
  for_each = var.peer.routes

  vpc_id      = huaweicloud_vpc.c.id
  destination = each.key
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.c.id
}

# There may be routes in the table.
resource "huaweicloud_vpc" "d" {
  name = "d"
  cidr = "10.4.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "d" {
  name        = "d"
  vpc_id      = huaweicloud_vpc.d.id
  peer_vpc_id = var.peer.vpc_id
}

resource "huaweicloud_vpc_route_table" "d" {
  name   = "d"
  vpc_id = huaweicloud_vpc.d.id

  dynamic "route" {
    for_each = var.peer.routes

    content {
      destination = route.value
      type        = "peering"
      nexthop     = huaweicloud_vpc_peering_connection.d.id
    }
  }
}

# Neither VPC is declared here.
resource "huaweicloud_vpc_peering_connection" "e" {
  name        = "e"
  vpc_id      = var.peer.vpc_id
  peer_vpc_id = var.peer.vpc_id
}
