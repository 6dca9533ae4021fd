module "vpc" {
  source   = "./vpc"
  for_each = { a = "192.168.0.0/16", b = "192.168.1.0/24", c = "10.0.0.0/8" }
  cidr     = each.value
}

resource "huaweicloud_vpc_peering_connection" "ab" {
  name        = "ab"
  vpc_id      = module.vpc["a"].id
  peer_vpc_id = module.vpc["b"].id # want `module.vpc["b"].id` `module.vpc..a...huaweicloud_vpc.this .192.168.0.0/16. and module.vpc..b..`
}

resource "huaweicloud_vpc_peering_connection" "ac" {
  name        = "ac"
  vpc_id      = module.vpc["a"].id
  peer_vpc_id = module.vpc["c"].id
}
