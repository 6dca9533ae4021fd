variable "networks" {
  description = "Ranges of the VPCs, by name."
  type = map(object({
    cidr        = string
    subnet_bits = number
  }))
}

variable "ports" {
  description = "Ports at which callers reach the gateway."
  type        = list(number)
}

locals {
  subnets = { for name, network in var.networks : name => cidrsubnet(network.cidr, network.subnet_bits, 0) }
}

resource "huaweicloud_vpc" "this" {
  for_each = var.networks

  name = each.key
  cidr = each.value.cidr
}

resource "huaweicloud_vpc_subnet" "this" {
  for_each = local.subnets

  name       = "${each.key}-main"
  vpc_id     = huaweicloud_vpc.this[each.key].id
  cidr       = each.value
  gateway_ip = cidrhost(each.value, 1)
}

resource "huaweicloud_vpc_peering_connection" "services" {
  name        = "gateway-services"
  vpc_id      = huaweicloud_vpc.this["gateway"].id
  peer_vpc_id = huaweicloud_vpc.this["services"].id
}

# The way there, and the way back.
resource "huaweicloud_vpc_route" "peering" {
  for_each = {
    gateway  = "services"
    services = "gateway"
  }

  vpc_id      = huaweicloud_vpc.this[each.key].id
  destination = huaweicloud_vpc.this[each.value].cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.services.id
}

resource "huaweicloud_networking_secgroup" "gateway" {
  name                 = "gateway"
  description          = "Callers of the gateway"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "callers" {
  security_group_id = huaweicloud_networking_secgroup.gateway.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = join(",", var.ports)
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_networking_secgroup_rule" "backends" {
  security_group_id = huaweicloud_networking_secgroup.gateway.id
  direction         = "egress"
  ethertype         = "IPv4"
  remote_ip_prefix  = var.networks["services"].cidr
}

output "vpc_ids" {
  description = "IDs of the VPCs, by name."
  value       = { for name, vpc in huaweicloud_vpc.this : name => vpc.id }
}

output "subnet_ids" {
  description = "IDs of the subnets, by the name of their VPC."
  value       = { for name, subnet in huaweicloud_vpc_subnet.this : name => subnet.id }

  # What stands in a subnet is to find its routes.
  depends_on = [huaweicloud_vpc_route.peering]
}

output "security_group_id" {
  description = "ID of the gateway's security group."
  value       = huaweicloud_networking_secgroup.gateway.id
}
