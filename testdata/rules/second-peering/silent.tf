variable "vpc_id" {
  type = string
}

variable "peered" {
  type = bool
}

variable "peers" {
  type = map(string)
}

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

# Another VPC on one side.
resource "huaweicloud_vpc_peering_connection" "ac" {
  name        = "ac"
  vpc_id      = huaweicloud_vpc.a.id
  peer_vpc_id = huaweicloud_vpc.c.id
}

# Any VPC on one side.
resource "huaweicloud_vpc_peering_connection" "any" {
  name        = "any"
  vpc_id      = huaweicloud_vpc.a.id
  peer_vpc_id = var.vpc_id
}

# There may be none.
resource "huaweicloud_vpc_peering_connection" "perhaps" {
  count       = var.peered ? 1 : 0
  name        = "perhaps"
  vpc_id      = huaweicloud_vpc.b.id
  peer_vpc_id = huaweicloud_vpc.a.id
}

resource "huaweicloud_vpc_peering_connection" "each" {
  for_each    = var.peers
  name        = each.key
  vpc_id      = huaweicloud_vpc.b.id
  peer_vpc_id = huaweicloud_vpc.a.id
}

# There is one of two.
resource "huaweicloud_vpc_peering_connection" "one" {
  count       = 0
  name        = "one"
  vpc_id      = huaweicloud_vpc.a.id
  peer_vpc_id = huaweicloud_vpc.b.id
}
