resource "huaweicloud_vpc" "old" {
  name           = "old"
  cidr           = "10.9.0.0/16"
  secondary_cidr = "10.10.0.0/16"
}
