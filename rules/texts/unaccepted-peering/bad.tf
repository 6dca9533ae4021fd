variable "partner_vpc_id" {
  type = string
}

resource "huaweicloud_vpc_peering_connection" "partner" {
  name           = "partner"
  vpc_id         = huaweicloud_vpc.main.id
  peer_vpc_id    = var.partner_vpc_id
  peer_tenant_id = "0c2a5f8a9b7f4d0e8b1c3d5e7f901234"
}

resource "huaweicloud_vpc_route" "partner" {
  vpc_id      = huaweicloud_vpc.main.id
  destination = "10.2.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.partner.id
}
