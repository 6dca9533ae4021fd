# Can the call reach the gateway, and the gateway the backend?

resource "huaweicloud_networking_secgroup" "main" {
  name                 = "gateway"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "within" {
  security_group_id = huaweicloud_networking_secgroup.main.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "1026"
  remote_ip_prefix  = huaweicloud_vpc.main.cidr
}

resource "huaweicloud_networking_secgroup_rule" "callers" {
  security_group_id = huaweicloud_networking_secgroup.main.id
  direction         = "egress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
  remote_ip_prefix  = "0.0.0.0/0"
}

# The rule above was meant to let callers in and has the wrong direction: nothing opens 443 for them, and every call
# runs into a timeout.
resource "huaweicloud_apig_instance" "main" {
  name               = "shop"
  edition            = "PROFESSIONAL"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["na-mexico-1a"]
  eip_id             = huaweicloud_vpc_eip.gateway["main"].id
}

# The output below hands out a public address, and this gateway has none: bandwidth_size is for calls that go out. The
# output is empty, and nobody outside the VPC can call.
resource "huaweicloud_apig_instance" "callbacks" {
  name               = "callbacks"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["na-mexico-1a"]
  bandwidth_size     = 5
}

output "callback_address" {
  value = huaweicloud_apig_instance.callbacks.ingress_address
}

# This URL has no domain name of a group: the gateway answers APIG.0101.
output "orders_url" {
  value = "https://${huaweicloud_apig_instance.main.ingress_address}/cart"
}

resource "huaweicloud_vpc_peering_connection" "partner" {
  name           = "partner"
  vpc_id         = huaweicloud_vpc.main.id
  peer_vpc_id    = "4779ab1c-7c1a-44b1-a02e-93dfc361b32d"
  peer_tenant_id = "051facf9b600d3792f53c0124f5e7c4d"
}

resource "huaweicloud_vpc_route" "to_partner" {
  vpc_id      = huaweicloud_vpc.main.id
  destination = "10.64.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.partner.id
}

# The partner's side refuses the peering, so no traffic passes.
resource "huaweicloud_vpc_peering_connection_accepter" "partner" {
  vpc_peering_connection_id = huaweicloud_vpc_peering_connection.partner.id
  accept                    = false
}

resource "huaweicloud_vpc" "warehouse" {
  name = "warehouse"
  cidr = "10.2.0.0/16"
}

# There is a way to the warehouse and none back: answers are lost, and callers from there run into a timeout.
resource "huaweicloud_vpc_peering_connection" "warehouse" {
  name        = "warehouse"
  vpc_id      = huaweicloud_vpc.main.id
  peer_vpc_id = huaweicloud_vpc.warehouse.id
}

resource "huaweicloud_vpc_route" "to_warehouse" {
  vpc_id      = huaweicloud_vpc.main.id
  destination = huaweicloud_vpc.warehouse.cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.warehouse.id
}

resource "huaweicloud_vpc" "legacy" {
  name = "legacy"
  cidr = "10.1.128.0/17"
}

# The shop's VPC holds these addresses as well: they stay local and never cross the peering.
resource "huaweicloud_vpc_peering_connection" "legacy" {
  name        = "legacy"
  vpc_id      = huaweicloud_vpc.main.id
  peer_vpc_id = huaweicloud_vpc.legacy.id
}

resource "huaweicloud_vpc_route" "to_legacy" {
  vpc_id      = huaweicloud_vpc.main.id
  destination = huaweicloud_vpc.legacy.cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.legacy.id
}

resource "huaweicloud_vpc_route" "from_legacy" {
  vpc_id      = huaweicloud_vpc.legacy.id
  destination = huaweicloud_vpc.main.cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.legacy.id
}

# The gateways call their backends.
resource "huaweicloud_networking_secgroup_rule" "backends" {
  for_each = {
    main = huaweicloud_networking_secgroup.main.id
    old  = huaweicloud_networking_secgroup.old.id
  }

  security_group_id = each.value
  direction         = "egress"
  ethertype         = "IPv4"
  remote_ip_prefix  = huaweicloud_vpc.main.cidr
}
