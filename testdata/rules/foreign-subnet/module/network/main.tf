resource "huaweicloud_vpc" "this" {
  name = "this"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_vpc_subnet" "this" {
  name       = "this"
  vpc_id     = huaweicloud_vpc.this.id
  cidr       = "10.1.0.0/24"
  gateway_ip = "10.1.0.1"
}

output "vpc_id" {
  value = huaweicloud_vpc.this.id
}

output "subnet_id" {
  value = huaweicloud_vpc_subnet.this.id
}
