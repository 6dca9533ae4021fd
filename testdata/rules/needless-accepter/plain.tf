# Accepters of peering connections within one account and between two.
variable "anything" {}

resource "huaweicloud_vpc" "here" {
  name = "here"
  cidr = "10.0.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "within" {
  name        = "within"
  vpc_id      = huaweicloud_vpc.here.id
  peer_vpc_id = var.anything
}

resource "huaweicloud_vpc_peering_connection_accepter" "within" { # want `resource "huaweicloud_vpc_peering_connection_accepter" "within"` `huaweicloud_vpc_peering_connection.within is within one account` help `remove huaweicloud_vpc_peering_connection_accepter.within`
  vpc_peering_connection_id = huaweicloud_vpc_peering_connection.within.id
  accept                    = true
}

resource "huaweicloud_vpc_peering_connection" "between" {
  name           = "between"
  vpc_id         = huaweicloud_vpc.here.id
  peer_vpc_id    = var.anything
  peer_tenant_id = "051facf9b600d3792f53c0124f5e7c4d"
}

resource "huaweicloud_vpc_peering_connection_accepter" "between" {
  vpc_peering_connection_id = huaweicloud_vpc_peering_connection.between.id
  accept                    = true
}

# Whether there is another account is not known, or the peering connection is not.
resource "huaweicloud_vpc_peering_connection" "perhaps" {
  name           = "perhaps"
  vpc_id         = huaweicloud_vpc.here.id
  peer_vpc_id    = var.anything
  peer_tenant_id = var.anything
}

resource "huaweicloud_vpc_peering_connection_accepter" "perhaps" {
  vpc_peering_connection_id = huaweicloud_vpc_peering_connection.perhaps.id
  accept                    = true
}

resource "huaweicloud_vpc_peering_connection_accepter" "elsewhere" {
  vpc_peering_connection_id = var.anything
  accept                    = true
}
