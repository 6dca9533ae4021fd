variable "vpcs" {
  type = map(string)
}

variable "peerings" {
  type = map(object({ from = string, to = string }))
}

variable "peered" {
  type = bool
}

# There may be none, and who asks for them may keep their routes.
resource "huaweicloud_vpc" "all" {
  for_each = var.vpcs

  name = each.key
  cidr = each.value
}

resource "huaweicloud_vpc_peering_connection" "all" {
  for_each = var.peerings

  name        = each.key
  vpc_id      = huaweicloud_vpc.all[each.value.from].id
  peer_vpc_id = huaweicloud_vpc.all[each.value.to].id
}

resource "huaweicloud_vpc" "a" {
  name = "a"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_vpc" "b" {
  name = "b"
  cidr = "10.2.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "perhaps" {
  count = var.peered ? 1 : 0

  name        = "perhaps"
  vpc_id      = huaweicloud_vpc.a.id
  peer_vpc_id = huaweicloud_vpc.b.id
}
