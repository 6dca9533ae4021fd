provider "huaweicloud" {
  alias = "partner"
}

variable "peer" {
  type = object({ vpc_id = string, accept = bool, tenant_id = string })
}

locals {
  tenant = "0c2a5f8a9b7f4d0e8b1c3d5e7f901234"
}

resource "huaweicloud_vpc" "own" {
  name = "own"
  cidr = "10.0.0.0/16"
}

# Nothing here accepts it.
resource "huaweicloud_vpc_peering_connection" "alone" { # want `resource "huaweicloud_vpc_peering_connection" "alone"` `huaweicloud_vpc_peering_connection.alone requests a peering connection with another account, and no accepter is declared`
  peer_tenant_id = local.tenant
  name           = "alone"
  vpc_id         = huaweicloud_vpc.own.id
  peer_vpc_id    = var.peer.vpc_id
}
