variable "network" {
  type    = object({ subnet_id = string, security_group_id = string })
  default = { subnet_id = "s", security_group_id = "g" }
}

resource "huaweicloud_vpc" "this" {
  name = "this"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_apig_instance" "this" {
  name               = "this"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.this.id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

output "id" {
  value = huaweicloud_apig_instance.this.id
}
