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

# Accepted.
resource "huaweicloud_vpc_peering_connection" "good" {
  peer_tenant_id = local.tenant
  name           = "good"
  vpc_id         = huaweicloud_vpc.own.id
  peer_vpc_id    = var.peer.vpc_id
}

resource "huaweicloud_vpc_peering_connection_accepter" "good" {
  provider = huaweicloud.partner

  vpc_peering_connection_id = huaweicloud_vpc_peering_connection.good.id
  accept                    = true
}

# Accepted perhaps.
resource "huaweicloud_vpc_peering_connection" "maybe" {
  peer_tenant_id = local.tenant
  name           = "maybe"
  vpc_id         = huaweicloud_vpc.own.id
  peer_vpc_id    = var.peer.vpc_id
}

resource "huaweicloud_vpc_peering_connection_accepter" "maybe" {
  provider = huaweicloud.partner

  vpc_peering_connection_id = huaweicloud_vpc_peering_connection.maybe.id
  accept                    = var.peer.accept
}

# No other account.
resource "huaweicloud_vpc_peering_connection" "same" {
  name        = "same"
  vpc_id      = huaweicloud_vpc.own.id
  peer_vpc_id = var.peer.vpc_id
}

# No other account either.
resource "huaweicloud_vpc_peering_connection" "null" {
  peer_tenant_id = null
  name           = "null"
  vpc_id         = huaweicloud_vpc.own.id
  peer_vpc_id    = var.peer.vpc_id
}

# Another account perhaps.
resource "huaweicloud_vpc_peering_connection" "tenant" {
  peer_tenant_id = var.peer.tenant_id
  name           = "tenant"
  vpc_id         = huaweicloud_vpc.own.id
  peer_vpc_id    = var.peer.vpc_id
}
