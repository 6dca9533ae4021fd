module "a" {
  source = "./vpc"
  cidr   = "10.1.0.0/16"
  routes = { "10.2.0.0/16" = huaweicloud_vpc_peering_connection.ab.id }
}

# The routes are forgotten here.
module "b" {
  source = "./vpc"
  cidr   = "10.2.0.0/16"
}

resource "huaweicloud_vpc_peering_connection" "ab" { # want `resource "huaweicloud_vpc_peering_connection" "ab"` `module.b.huaweicloud_vpc.this has no route to 10.1.0.0/16 via huaweicloud_vpc_peering_connection.ab` help `add a huaweicloud_vpc_route in module.b.huaweicloud_vpc.this with destination 10.1.0.0/16 and nexthop huaweicloud_vpc_peering_connection.ab.id`
  name        = "ab"
  vpc_id      = module.a.id
  peer_vpc_id = module.b.id
}
