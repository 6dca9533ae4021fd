variable "vpc_id" {
  type = string
}

# The route may be of any VPC.
resource "huaweicloud_vpc" "loose_a" {
  name = "loose_a"
  cidr = "10.1.0.0/17"
}

resource "huaweicloud_vpc" "loose_b" {
  name = "loose_b"
  cidr = "10.1.128.0/17"
}

resource "huaweicloud_vpc_peering_connection" "loose" {
  name        = "loose"
  vpc_id      = huaweicloud_vpc.loose_a.id
  peer_vpc_id = huaweicloud_vpc.loose_b.id
}

resource "huaweicloud_vpc_route" "loose" {
  vpc_id      = var.vpc_id
  destination = "10.1.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.loose.id
}
