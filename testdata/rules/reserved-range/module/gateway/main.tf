variable "network" {
  type    = object({ subnet_id = string, security_group_id = string })
  default = { subnet_id = "s", security_group_id = "g" }
}

variable "routes" {
  type = set(string)
}

resource "huaweicloud_vpc" "this" {
  name = "this"
  cidr = "192.168.0.0/16"
}

resource "huaweicloud_apig_instance" "this" {
  name               = "this"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.this.id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance_routes" "this" {
  instance_id = huaweicloud_apig_instance.this.id
  nexthops    = var.routes # want `var.routes` `module.gateway.huaweicloud_apig_instance_routes.this has addresses in 172.31.32.0/19`
}
