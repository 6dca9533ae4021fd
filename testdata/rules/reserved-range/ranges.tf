variable "network" {
  type = object({ subnet_id = string, security_group_id = string })
}

# 10.0.0.0/8 keeps 172.31.32.0/19.
resource "huaweicloud_vpc" "ten" {
  name = "ten"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_apig_instance" "ten" {
  name               = "ten"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.ten.id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_vpc" "peer" {
  name = "peer"
  cidr = "172.16.0.0/12" # want `"172.16.0.0/12"` `huaweicloud_vpc.peer has addresses in 172.31.32.0/19, a range that huaweicloud_apig_instance.ten reserves`
}

resource "huaweicloud_vpc_peering_connection" "out" {
  name        = "out"
  vpc_id      = huaweicloud_vpc.ten.id
  peer_vpc_id = huaweicloud_vpc.peer.id
}

# The peering comes from the other side, and the second range is the one.
resource "huaweicloud_vpc" "second" {
  secondary_cidrs = ["172.20.0.0/16", "172.31.40.0/24"] # want `"172.31.40.0/24"` `huaweicloud_vpc.second has addresses`

  name = "second"
  cidr = "10.3.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "in" {
  name        = "in"
  vpc_id      = huaweicloud_vpc.second.id
  peer_vpc_id = huaweicloud_vpc.ten.id
}

resource "huaweicloud_apig_instance_routes" "ten" {
  instance_id = huaweicloud_apig_instance.ten.id
  nexthops    = ["10.9.0.0/16", local.office] # want `local.office` `huaweicloud_apig_instance_routes.ten has addresses in 172.31.32.0/19`
}

locals {
  office = "172.31.32.0/20"
}

resource "huaweicloud_apig_channel" "ten" {
  instance_id      = huaweicloud_apig_instance.ten.id
  name             = "ten"
  port             = 8080
  balance_strategy = 1
  member_type      = "ip"

  member {
    host   = "172.31.33.7" # want `"172.31.33.7"` `huaweicloud_apig_channel.ten calls 172.31.33.7, in the range 172.31.32.0/19 that huaweicloud_apig_instance.ten reserves` help `move the backend 172.31.33.7 to an address outside of 172.31.32.0/19`
    weight = 1
  }
}

# 172.0.0.0/8 keeps 192.168.32.0/19.
resource "huaweicloud_vpc" "b" {
  name = "b"
  cidr = "172.16.0.0/16"
}

resource "huaweicloud_apig_instance" "b" {
  name               = "b"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.b.id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance_routes" "b" {
  instance_id = huaweicloud_apig_instance.b.id
  nexthops    = ["192.168.0.0/16", "172.31.32.0/20"] # want `"192.168.0.0/16"` `192.168.32.0/19`
}
