variable "network" {
  type = object({ vpc_id = string, security_group_id = string })
}

variable "number" {
  type = number
}

# Both stand for any number: the VPCs may be the same.
resource "huaweicloud_vpc" "this" {
  count = var.number

  name = "this"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_vpc_subnet" "this" {
  count = var.number

  name       = "this"
  vpc_id     = huaweicloud_vpc.this[count.index].id
  cidr       = "10.1.0.0/24"
  gateway_ip = "10.1.0.1"
}

resource "huaweicloud_apig_instance" "any" {
  name               = "any"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.this[0].id
  subnet_id          = huaweicloud_vpc_subnet.this[1].id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}
