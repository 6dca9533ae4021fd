# Silent: a configuration that declares nothing of the gateway is for others to judge.
resource "huaweicloud_vpc" "main" {
  name = var.name
  cidr = local.cidr
}
