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

# Not set is false.
resource "huaweicloud_vpc_peering_connection" "unset" {
  peer_tenant_id = local.tenant
  name           = "unset"
  vpc_id         = huaweicloud_vpc.own.id
  peer_vpc_id    = var.peer.vpc_id
}

resource "huaweicloud_vpc_peering_connection_accepter" "unset" { # want `resource "huaweicloud_vpc_peering_connection_accepter" "unset"` `huaweicloud_vpc_peering_connection_accepter.unset rejects the peering connection .accept is not true.` help `set accept = true on huaweicloud_vpc_peering_connection_accepter.unset`
  provider = huaweicloud.partner

  vpc_peering_connection_id = huaweicloud_vpc_peering_connection.unset.id
}

# Set to false; the peering is not declared here.
resource "huaweicloud_vpc_peering_connection_accepter" "false" {
  provider = huaweicloud.partner

  vpc_peering_connection_id = var.peer.vpc_id
  accept                    = false # want `false` `huaweicloud_vpc_peering_connection_accepter.false rejects the peering connection .accept is not true.`
}
