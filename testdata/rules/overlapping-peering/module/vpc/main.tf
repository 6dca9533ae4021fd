variable "cidr" {
  type = string
}

resource "huaweicloud_vpc" "this" {
  name = "this"
  cidr = var.cidr
}

output "id" {
  value = huaweicloud_vpc.this.id
}
