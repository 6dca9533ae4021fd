variable "vpc_id" {
  type = string
}

# The route to a subnet may be of one of the two.
resource "huaweicloud_vpc" "one_a" {
  name = "one_a"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_vpc" "one_b" {
  name = "one_b"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "one" {
  name        = "one"
  vpc_id      = huaweicloud_vpc.one_a.id
  peer_vpc_id = huaweicloud_vpc.one_b.id
}

resource "huaweicloud_vpc_route" "any" {
  vpc_id      = var.vpc_id
  destination = "10.1.2.0/24"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.one.id
}
