variable "peerings" {
  type = map(string)
}

resource "huaweicloud_vpc_peering_connection_accepter" "this" {
  for_each = var.peerings

  vpc_peering_connection_id = each.value
  accept                    = true
}
