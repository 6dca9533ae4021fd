resource "huaweicloud_vpc" "this" {
  name           = "this"
  cidr           = "10.1.0.0/16"
  secondary_cidr = "10.2.0.0/16" # want `secondary_cidr` `secondary_cidr of module.vpc.huaweicloud_vpc.this is deprecated`
}
