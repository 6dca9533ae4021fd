variable "cidr" {
  type = string
}

variable "routes" {
  type    = map(string)
  default = {}
}

resource "huaweicloud_vpc" "this" {
  name = "this"
  cidr = var.cidr
}

resource "huaweicloud_vpc_route" "this" {
  for_each = var.routes

  vpc_id      = huaweicloud_vpc.this.id
  destination = each.key
  type        = "peering"
  nexthop     = each.value
}

output "id" {
  value = huaweicloud_vpc.this.id
}
