provider "huaweicloud" {
  alias = "partner"
}

resource "huaweicloud_vpc" "own" {
  name = "own"
  cidr = "10.0.0.0/16"
}

# The module accepts what the root asks for.
resource "huaweicloud_vpc_peering_connection" "accepted" {
  name           = "accepted"
  vpc_id         = huaweicloud_vpc.own.id
  peer_vpc_id    = "vpc"
  peer_tenant_id = "0c2a5f8a9b7f4d0e8b1c3d5e7f901234"
}

resource "huaweicloud_vpc_peering_connection" "forgotten" { # want `resource "huaweicloud_vpc_peering_connection" "forgotten"` `huaweicloud_vpc_peering_connection.forgotten..a.. requests a peering connection with another account, and no accepter is declared`
  for_each = toset(["a", "b"])

  name           = each.key
  vpc_id         = huaweicloud_vpc.own.id
  peer_vpc_id    = "vpc"
  peer_tenant_id = "0c2a5f8a9b7f4d0e8b1c3d5e7f901234"
}

module "partner" {
  source    = "./partner"
  providers = { huaweicloud = huaweicloud.partner }
  peerings  = { accepted = huaweicloud_vpc_peering_connection.accepted.id }
}
